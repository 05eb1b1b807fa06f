/** What the layout of one paper needs throughout: faces, text pieces, the type of its kind of page, and where problems go. */
import type { FontRole } from '../../document/fonts.ts';
import type { Message } from '../../message/message.ts';
import type { FaceSet } from './face.ts';
import { characterPitch, linePitch, typeSize } from '../../document/gbt9704.ts';
import { captionType, cellPadding, noteType, tableType } from '../../document/paper-look.ts';
import type { Orientation } from '../../document/tree.ts';
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
};

function sheetType(size: number, pitch: number): SheetType {
  const body = { role: 'body', size, pitch, align: 'justify', firstIndent: 2, indent: 0 } as const;
  const plain = { align: 'center', firstIndent: 0, indent: 0 } as const;
  return {
    body,
    note: { ...body, ...noteType, align: 'left', firstIndent: 0 },
    headings: [{ ...body, role: 'heading' }, { ...body, role: 'kai' }, body, body],
    title: { ...plain, role: 'title', size: typeSize.two, pitch: linePitch },
    caption: { ...plain, role: 'heading', size: captionType.size, pitch: captionType.pitch },
  };
}

/** Official papers: size 3 仿宋, 22 lines a page (5.2.2, 5.2.3). */
export const officialSheet: SheetType = sheetType(characterPitch, linePitch);

/** Assessment tables and internal papers: text in small size 4, since the table is the paper. */
export const tableSheet: SheetType = sheetType(12, 20);

/** The type of a table's cells. */
export function cellType(orientation: Orientation): TableType {
  return { ...tableType[orientation], padX: cellPadding.x, padY: cellPadding.y };
}
