/** The short way of reading markup gives what the HTML parser gives, or gives way to it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml, type HtmlNode } from '../../src/document/html.ts';
import { parsePlainHtml } from '../../src/document/plain-html.ts';
import { runs } from '../long.ts';

/** Nodes without their places, adjoining texts apart as they are. */
function bare(nodes: readonly HtmlNode[]): unknown {
  return nodes.map((node) =>
    node.type === 'text' ? node.value : [node.name, Object.fromEntries(node.attributes), bare(node.children)],
  );
}

const names =
  'h1 h2 p strong br hr table caption colgroup col thead tbody tr th td ol li figure section reply-day b div'.split(
    ' ',
  );
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names.flatMap((name) => [`<${name}>`, `</${name}>`])) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<td class="green" colspan="2">',
      '<col data-share="2"/>',
      '<p/>',
      '<p class=a>',
      '<p a="1" a="2">',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '文',
      ' ',
      '\n',
      '\u3000',
      '&amp;',
      '&lt;b&gt;',
      '&nbsp;',
      '&',
      '\uFDD1',
      '\0',
      '<',
      '<!--x-->',
    ),
  },
);
/** Sound markup, parts of which a shrinking counterexample may spoil. */
const sound =
  '<h1>题</h1>\n<p class="note">甲<strong>乙</strong>&amp;<br>丙</p><table><caption>表</caption><colgroup> <col class="number" data-share="2"></colgroup>\n' +
  '<thead><tr><th rowspan="2">一</th></tr></thead><tbody>\n<tr><td class="red">&#x27;二&quot;</td></tr></tbody></table><section class="annex"><h1>附</h1><hr></section>';
const pieces: readonly string[] = sound.match(/<[^>]*>|[^<]+/g) ?? [];

test('what is read the short way is what the parser reads, without a problem', () => {
  const spoilt = fc
    .array(fc.tuple(fc.nat(pieces.length), fc.nat(2), fc.array(piece, { maxLength: 2 })), { maxLength: 2 })
    .map((edits) => edits.reduce((all, [at, count, put]) => all.toSpliced(at, count, ...put), pieces).join(''));
  let short = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        spoilt,
        fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
      ),
      (html) => {
        const plain = parsePlainHtml(html);
        if (plain === null) return;
        short += 1;
        const parsed = parseHtml(html);
        expect(parsed.problems).toStrictEqual([]);
        expect(bare(plain)).toStrictEqual(bare(parsed.nodes));
      },
    ),
    runs(600),
  );
  // Both ways were taken.
  expect(short).toBeGreaterThan(100);
});

test('sound markup is read the short way, and anything to repair is not', () => {
  expect(parsePlainHtml(sound)).not.toBe(null);
  for (const html of ['<p>甲', '<table><td>甲</td></table>', '<p>甲&nbsp;乙</p>', '<table>甲</table>', '<P>甲</P>']) {
    expect(parsePlainHtml(html)).toBe(null);
  }
});
