/** The faces of an office computer on Windows. */
import type { DocxOptions } from '../../../src/write/docx/writer.ts';

export const sampleFonts: DocxOptions['fonts'] = {
  title: { docxName: '方正小标宋简体' },
  heading: { docxName: '黑体' },
  body: { docxName: '仿宋' },
  kai: { docxName: '楷体' },
  number: { docxName: '宋体' },
  fallback: { docxName: '宋体' },
};
