/** The faces of an office computer on Windows, and those that come with Duban (for machines that lay pages out). */
import type { DocxOptions } from '../../../src/write/docx/writer.ts';

export const sampleFonts: DocxOptions['fonts'] = {
  title: { docxName: '方正小标宋简体' },
  heading: { docxName: '黑体' },
  body: { docxName: '仿宋' },
  kai: { docxName: '楷体' },
  number: { docxName: '宋体' },
  fallback: { docxName: '宋体' },
};

export const shippedFonts: DocxOptions['fonts'] = {
  title: { docxName: 'FandolSong Duban' },
  heading: { docxName: 'FandolHei Duban' },
  body: { docxName: 'FandolFang Duban' },
  kai: { docxName: 'FandolKai Duban' },
  number: { docxName: 'FandolSong Duban' },
  fallback: { docxName: 'Noto Serif CJK SC' },
};
