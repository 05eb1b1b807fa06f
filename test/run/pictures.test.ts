/** Pixels are made only where a paper has a figure, and once. */
import { expect, test } from 'vitest';
import { createPictures } from '../../src/run/pictures.ts';
import { bulletin, figure, letter, report } from '../write/sample-documents.ts';
import { pdfWriter } from '../write/pdf/shipped.ts';

test('a paper without a figure asks for no outline', () => {
  const outlined = (): never => {
    throw new Error('an outline was asked for');
  };
  const picturesOf = createPictures({ outlined, faces: [] });
  expect(picturesOf(bulletin)).toEqual(new Map());
  expect(() => picturesOf(report)).toThrow('an outline was asked for');
});

test('the figures of a paper, of its annexes too, each drawn once for all papers', () => {
  const other = { ...figure, svg: figure.svg.replaceAll('#4d9221', '#123456') };
  const annex = { type: 'annex', number: null, title: '附图', orientation: 'portrait', children: [other] } as const;
  const picturesOf = createPictures({ outlined: pdfWriter.outlined, faces: ['heading', 'fallback'] });
  const first = picturesOf({ ...report, children: [figure, figure, annex] });
  expect([...first.keys()]).toEqual([figure.svg, other.svg]);
  const png = first.get(figure.svg);
  expect(Buffer.from(png ?? []).toString('latin1', 1, 4)).toBe('PNG');
  const again = picturesOf({ ...letter, children: [figure] });
  expect(again.get(figure.svg)).toBe(png);
});

test('what is no figure is a fault, not an empty picture', () => {
  const strange = { ...figure, svg: '<svg width="10" height="10"><circle r="5"/></svg>' };
  const picturesOf = createPictures({ outlined: pdfWriter.outlined, faces: [] });
  expect(() => picturesOf({ ...letter, children: [strange] })).toThrow('holds what no writer knows');
});
