/** The manual as a page that opens without a network: the Markdown that docs/使用手册.md uses, and no more of it. */
import type { Plugin } from 'rolldown';
import type { Disk } from '../disk/disk.ts';

/** dist/manual.html, for `duban help`. */
export function manualFile(repository: Disk): Plugin {
  return {
    name: 'manual-file',
    generateBundle() {
      const text = new TextDecoder().decode(repository.read('docs/使用手册.md') ?? new Uint8Array());
      this.emitFile({ type: 'asset', fileName: 'manual.html', source: manualPage(text) });
    },
  };
}

export function manualPage(markdown: string): string {
  const title = /^# (.+)$/mu.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1em/1.75 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
code { font-family: Consolas, monospace; background: #f2f2f0; padding: 0 0.2em; }
pre { background: #f2f2f0; padding: 0.75em 1em; overflow-x: auto; line-height: 1.5; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
</style>
</head>
<body>
${blocksOf(markdown.split(/\r?\n/u)).join('\n')}
</body>
</html>
`;
}

/** Blocks follow one another; what is indented below an item belongs to it. */
function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length;) {
    const kind = kindOf(lines[at] ?? '');
    const end = endOf(lines, at, kind);
    const html = blockHtml(kind, lines.slice(at, end));
    if (html !== '') blocks.push(html);
    at = end;
  }
  return blocks;
}

type Kind = 'blank' | 'heading' | 'fence' | 'table' | 'ul' | 'ol' | 'text';

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (/^#{1,4} /u.test(line)) return 'heading';
  if (line.startsWith('```')) return 'fence';
  if (line.startsWith('|')) return 'table';
  if (line.startsWith('- ')) return 'ul';
  return /^\d+\. /u.test(line) ? 'ol' : 'text';
}

function endOf(lines: readonly string[], begin: number, kind: Kind): number {
  const stops = (line: string): boolean => {
    if (kind === 'fence') return line.startsWith('```');
    if (kind === 'ul' || kind === 'ol') return line !== '' && !line.startsWith(' ') && kindOf(line) !== kind;
    return kind === 'heading' || kind === 'blank' || kindOf(line) !== kind;
  };
  const found = lines.findIndex((line, at) => at > begin && stops(line));
  if (found === -1) return lines.length;
  return kind === 'fence' ? found + 1 : found;
}

function blockHtml(kind: Kind, lines: readonly string[]): string {
  const first = lines[0] ?? '';
  switch (kind) {
    case 'blank':
      return '';
    case 'heading': {
      const level = first.indexOf(' ');
      return `<h${level}>${inline(first.slice(level + 1))}</h${level}>`;
    }
    case 'fence':
      return `<pre>${escaped(lines.slice(1, -1).join('\n'))}</pre>`;
    case 'table':
      return tableHtml(lines);
    case 'text':
      return `<p>${inline(lines.map((line) => line.trim()).join(''))}</p>`;
    case 'ul':
    case 'ol':
      return `<${kind}>${itemsOf(lines).map(itemHtml).join('')}</${kind}>`;
  }
}

function itemsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (/^(?:-|\d+\.) /u.test(line)) items.push([line.replace(/^(?:-|\d+\.) /u, '')]);
    else items.at(-1)?.push(line.replace(/^ {1,3}/u, ''));
  }
  return items;
}

/** An item of one paragraph needs none. */
function itemHtml(lines: readonly string[]): string {
  const blocks = blocksOf(lines);
  const only = blocks.length === 1 ? /^<p>(.*)<\/p>$/su.exec(blocks[0] ?? '')?.[1] : undefined;
  return `<li>${only ?? blocks.join('')}</li>`;
}

function tableHtml([head = '', , ...rows]: readonly string[]): string {
  const cells = (row: string, name: string): string =>
    row
      .trim()
      .split('|')
      .slice(1, -1)
      .map((cell) => `<${name}>${inline(cell.trim())}</${name}>`)
      .join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

/** `code` first: nothing inside of it is anything else. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/u)
    .map((part) => {
      if (/^`.+`$/u.test(part)) return `<code>${escaped(part.slice(1, -1))}</code>`;
      return escaped(part)
        .replaceAll(/\*\*([^*]+)\*\*/gu, '<strong>$1</strong>')
        .replaceAll(/\[([^\][]+)\]\(([^()]+)\)/gu, '<a href="$2">$1</a>');
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
