/** The faces that come with Duban (templates/fonts): what `duban:NAME` in office.yaml stands for, and the defaults of every role. */
import type { FontRole } from '../../document/fonts.ts';

export type ShippedFace = { readonly name: string; readonly file: string; readonly docxName: string };

/**
 * Role → name after `duban:`, file relative to the program's own folder, and the name written into DOCX: there the standard's
 * faces are named, which the reader's Windows or WPS has; a PDF embeds the free ones.
 */
export const shippedFaces: Readonly<Record<FontRole, ShippedFace>> = {
  title: { name: 'FandolSong-Bold', file: 'templates/fonts/FandolSong-Bold.otf', docxName: '方正小标宋简体' },
  heading: { name: 'FandolHei', file: 'templates/fonts/FandolHei.otf', docxName: '黑体' },
  body: { name: 'FandolFang', file: 'templates/fonts/FandolFang.otf', docxName: '仿宋_GB2312' },
  kai: { name: 'FandolKai', file: 'templates/fonts/FandolKai.otf', docxName: '楷体_GB2312' },
  number: { name: 'FandolSong', file: 'templates/fonts/FandolSong.otf', docxName: '宋体' },
  fallback: { name: 'DubanSupplement', file: 'templates/fonts/DubanSupplement.ttf', docxName: '宋体' },
};

/** The file of a `duban:` name, or null when no such face comes with Duban. */
export function shippedFile(name: string): string | null {
  return Object.values(shippedFaces).find((face) => face.name === name)?.file ?? null;
}
