/** Pixels are made only where a paper has a figure, and once. */
import { expect, test } from 'vitest';
import { createPictures } from '../../src/run/pictures.ts';
import type { Faces } from '../../src/workspace/faces.ts';
import { bulletin, figure, letter, report } from '../write/sample-documents.ts';
import { shippedFiles } from '../write/pdf/shipped.ts';

test('a paper without a figure asks for no face and no program', async () => {
  const untouchable = new Proxy({} as Faces, {
    get: () => {
      throw new Error('a face was asked for');
    },
  });
  expect(await createPictures(untouchable)(bulletin)).toEqual(new Map());
  await expect(createPictures(untouchable)(report)).rejects.toThrow('a face was asked for');
});

test('the figures of a paper, of its annexes too, each drawn once for all papers', async () => {
  const other = { ...figure, svg: figure.svg.replaceAll('#4d9221', '#123456') };
  const annex = { type: 'annex', number: null, title: '附图', orientation: 'portrait', children: [other] } as const;
  const picturesOf = createPictures({
    heading: { ...shippedFiles.heading, identity: 'heading' },
    fallback: { ...shippedFiles.fallback, identity: 'fallback' },
  });
  const first = await picturesOf({ ...report, children: [figure, figure, annex] });
  expect([...first.keys()]).toEqual([figure.svg, other.svg]);
  const png = first.get(figure.svg);
  expect(Buffer.from(png ?? []).toString('latin1', 1, 4)).toBe('PNG');
  const again = await picturesOf({ ...letter, children: [figure] });
  expect(again.get(figure.svg)).toBe(png);
});
