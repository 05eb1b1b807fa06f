/** What the layout of one paper needs throughout: faces, text pieces, the type of its kind of page, and where problems go. */
import type { FontRole } from '../../domain/office.ts';
import type { Message } from '../../message/message.ts';
import type { FaceSet } from './face.ts';
import { linePitch, typeSize } from './geometry.ts';
import type { Alignment } from './lines.ts';
import type { Pieces } from './pieces.ts';
import type { TableType } from './table/cells.ts';

export type Setting = {
  readonly faces: FaceSet;
  readonly pieces: Pieces;
  readonly sheet: SheetType;
  readonly messages: Message[];
};

/** How a paragraph is set; indents in characters. */
export type ParagraphType = {
  readonly role: FontRole;
  readonly size: number;
  readonly pitch: number;
  readonly align: Alignment;
  readonly firstIndent: number;
  readonly indent: number;
};

/** The type of a kind of page. */
export type SheetType = {
  readonly body: ParagraphType;
  readonly note: ParagraphType;
  /** Levels 1 to 4: 黑体, 楷体, 仿宋, 仿宋 (7.3.3). */
  readonly headings: readonly [ParagraphType, ParagraphType, ParagraphType, ParagraphType];
  readonly title: ParagraphType;
  readonly caption: ParagraphType;
  readonly table: TableType;
};

function sheetType(size: number, pitch: number, table: TableType): SheetType {
  const body = { role: 'body', size, pitch, align: 'justify', firstIndent: 2, indent: 0 } as const;
  const notePitch = (pitch * 7) / 8;
  const captionSize = Math.min(size, typeSize.four);
  return {
    body,
    note: { ...body, size: table.size + (size - table.size) / 3, pitch: notePitch * 0.85, firstIndent: 0 },
    headings: [{ ...body, role: 'heading' }, { ...body, role: 'kai' }, body, body],
    title: { role: 'title', size: typeSize.two, pitch: typeSize.two * 1.5, align: 'center', firstIndent: 0, indent: 0 },
    caption: { role: 'heading', size: captionSize, pitch, align: 'center', firstIndent: 0, indent: 0 },
    table,
  };
}

/** Official papers: size 3 仿宋, 22 lines a page (5.2.2, 5.2.3). */
export const officialSheet: SheetType = sheetType(typeSize.three, linePitch, {
  size: typeSize.smallFour,
  pitch: 17,
  padX: 3.5,
  padY: 3,
});

/** Assessment tables: smaller type, since the table is the paper. */
export const tableSheet: SheetType = sheetType(typeSize.smallFour, 20, {
  size: typeSize.five,
  pitch: 15,
  padX: 3,
  padY: 3,
});
