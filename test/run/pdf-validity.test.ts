/** Every PDF of the sample, for others: PDF/A-1b by PDFBox Preflight, sound by qpdf, all faces embedded by poppler. */
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { isSkipped, missing, popplerFonts, preflight, qpdfProblems, withPdfs } from '../pdf-tools.ts';
import { builtSample, sampleFolder, type Sample } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let sample: Sample;
let files: readonly string[];

beforeAll(async () => {
  sample = await builtSample();
  files = sample.disk.list(sampleFolder).filter((file) => file.endsWith('.pdf'));
});

test('the sample has a PDF a unit, and the summary and the ledger', () => {
  expect(files.length).toBeGreaterThanOrEqual(43);
});

describe.skipIf(isSkipped(missing.preflight))('PDFBox Preflight', () => {
  test('calls every PDF valid PDF/A-1b', () => {
    // Plain names: Java reads the command line in the machine's own encoding.
    const named = Object.fromEntries(
      files.map((file, index) => [`${String(index).padStart(3, '0')}`, sample.disk.read(file) ?? new Uint8Array()]),
    );
    const { valid, output } = withPdfs(named, preflight);
    const invalid = files.filter((_, index) => !valid.some((name) => name.startsWith(String(index).padStart(3, '0'))));
    expect({ invalid, output: invalid.length === 0 ? '' : output }).toEqual({ invalid: [], output: '' });
  });
});

describe.skipIf(isSkipped(missing.qpdf))('qpdf', () => {
  test('finds no problem in any PDF', () => {
    const problems = qpdfProblems(files.map((file) => path.join(sample.root, file)));
    expect(problems).toEqual(files.map(() => ''));
  });
});

describe.skipIf(isSkipped(missing.pdffonts))('pdffonts', () => {
  test('sees every face embedded, as a subset, with its characters', () => {
    const faces = popplerFonts(files.map((file) => path.join(sample.root, file)));
    expect(faces.length).toBeGreaterThan(files.length);
    expect(faces.filter((line) => !/\byes yes yes\b/.test(line))).toEqual([]);
  });
});
