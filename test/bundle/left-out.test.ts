/** Parts of libraries that stay out of the bundle: they are not in it, and nothing that a user can do reaches the place where they were. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundledProgram, repository } from '../run/program.ts';
import { answerIn, copyOfDistrict } from '../run/workspace.ts';

test('what no paper reaches is not in the bundle, and the libraries are that had it', async () => {
  const licences = fs.readFileSync(path.join(path.dirname(await bundledProgram()), 'LICENSES.txt'), 'utf8');
  const packages = new Set([...licences.matchAll(/^(\S+) \d+\.\d+\.\d+\S*, licence: /gmu)].map(([, name]) => name));
  expect(['fontkit', 'pdfkit', 'pdfmake', 'handlebars'].filter((name) => !packages.has(name))).toEqual([]);
  const out = ['brotli', 'dfa', 'unicode-properties', 'source-map', 'xmldoc', '@noble/ciphers'];
  expect(out.filter((name) => packages.has(name))).toEqual([]);
});

test.each(['wOF2', 'wOFF'])(
  'a face of the web (%s) is refused in words before fontkit would unpack it',
  async (mark) => {
    const root = copyOfDistrict(`left-out-${mark}`);
    const face = fs.readFileSync(path.join(repository, 'templates/fonts/FandolSong.otf'));
    fs.writeFileSync(path.join(root, 'inputs/face.woff'), Buffer.concat([Buffer.from(mark), face.subarray(4)]));
    const office = path.join(root, 'inputs/office.yaml');
    const text = fs.readFileSync(office, 'utf8');
    fs.writeFileSync(office, text.replace('duban:FandolFang', 'inputs/face.woff'));
    expect(await answerIn(root, ['build', '2025Q2'])).toMatchObject({ exitCode: 1, errors: ['font-is-woff'] });
  },
);
