/** A Document as laid-out pages: head, body, foot, annexes, colophon, page numbers; one head a page format. */
import type { Document, Meta } from '../../document/tree.ts';
import { error, type Message } from '../../message/message.ts';
import { bounds } from '../../trade/bounds.ts';
import { placeAnnex } from './annex.ts';
import { placeBlocks, type KeyedBlock } from './blocks.ts';
import { colophonHeight, placeColophon } from './colophon.ts';
import type { FaceSet } from './face.ts';
import { createFlow, heightOf, type PageFlow } from './flow.ts';
import { officialGeometry, tableGeometry } from './geometry.ts';
import { placeBulletinHead } from './head-bulletin.ts';
import { placeLetterHead } from './head-letter.ts';
import { placeOfficialHead } from './head-official.ts';
import { placeTableHead } from './head-table.ts';
import type { Page } from './page.ts';
import { numberPages } from './page-numbers.ts';
import type { Pieces } from './pieces.ts';
import { footLines } from './signature.ts';
import { officialSheet, tableSheet, type Setting } from './setting.ts';

export type Layout = { readonly pages: readonly Page[]; readonly messages: readonly Message[] };

export function layOutDocument(document: Document, pieces: Pieces, faces: FaceSet): Layout {
  const { meta, children } = document;
  const isTable = meta.format === 'table';
  const setting: Setting = { faces, pieces, sheet: isTable ? tableSheet : officialSheet, messages: [] };
  const flow = createFlow(isTable ? tableGeometry : officialGeometry, meta.orientation);
  placeHead(meta, flow, setting);
  const at = { flow, setting };
  const annexes = children.flatMap((block, index) =>
    block.type === 'annex' ? [{ annex: block, key: `${index}` }] : [],
  );
  const colophon = colophonHeight(meta, at);
  const foot = footLines(meta, at, annexes.length === 0 && colophon > 0);
  const closing = heightOf(foot) + (annexes.length === 0 ? colophon : 0);
  placeBlocks(bodyOf(children), { ...at, closing });
  flow.place(foot);
  annexes.forEach(({ annex, key }, index) => {
    placeAnnex(annex, key, { ...at, closing: index === annexes.length - 1 ? colophon : 0 });
  });
  placeColophon(meta, at);
  const style = { kind: isTable ? 'table' : 'official', skipsFirst: meta.format === 'letter' } as const;
  const pages = flow.pages();
  const [found, limit] = [pages.length, bounds.paperPages];
  if (found > limit) return { pages: [], messages: [error(null, 'pdf-too-many-pages', { found, limit })] };
  return { pages: numberPages(pages, style, faces), messages: setting.messages };
}

function bodyOf(children: Document['children']): readonly KeyedBlock[] {
  return children.flatMap((block, index) => (block.type === 'annex' ? [] : [{ block, key: `${index}` }]));
}

function placeHead(meta: Meta, flow: PageFlow, setting: Setting): void {
  switch (meta.format) {
    case 'table':
      return placeTableHead(meta, flow, setting);
    case 'official':
      return placeOfficialHead({ meta, flow, setting });
    case 'letter':
      return placeLetterHead({ meta, flow, setting });
    case 'bulletin':
      return placeBulletinHead({ meta, flow, setting });
  }
}
