/** A Document as laid-out pages: head, body, foot, annexes, colophon, page numbers; one head a page format. */
import type { Document, Meta } from '../../document/tree.ts';
import type { Message } from '../../message/message.ts';
import { placeAnnex } from './annex.ts';
import { placeBlock } from './blocks.ts';
import { placeColophon } from './colophon.ts';
import type { FaceSet } from './face.ts';
import { createFlow, type PageFlow } from './flow.ts';
import { officialGeometry, tableGeometry } from './geometry.ts';
import { placeBulletinHead } from './head-bulletin.ts';
import { placeLetterHead } from './head-letter.ts';
import { placeOfficialHead } from './head-official.ts';
import { placeTableHead } from './head-table.ts';
import type { Page } from './page.ts';
import { numberPages } from './page-numbers.ts';
import type { Pieces } from './pieces.ts';
import { placeFoot } from './signature.ts';
import { officialSheet, tableSheet, type Setting } from './setting.ts';

export type Layout = { readonly pages: readonly Page[]; readonly messages: readonly Message[] };

export function layOutDocument(document: Document, pieces: Pieces, faces: FaceSet): Layout {
  const { meta, children } = document;
  const isTable = meta.format === 'table';
  const setting: Setting = { faces, pieces, sheet: isTable ? tableSheet : officialSheet, messages: [] };
  const flow = createFlow(isTable ? tableGeometry : officialGeometry, meta.orientation);
  placeHead(meta, flow, setting);
  const body = children.flatMap((block, index) => (block.type === 'annex' ? [] : [{ block, key: `${index}` }]));
  body.forEach(({ block, key }, index) => {
    const isLastOfBody = !isTable && index === body.length - 1;
    placeBlock(block, key, { flow, setting, isLastOfBody });
  });
  placeFoot(meta, { flow, setting });
  children.forEach((block, index) => {
    if (block.type === 'annex') placeAnnex(block, `${index}`, { flow, setting });
  });
  placeColophon(meta, { flow, setting });
  const style = { kind: isTable ? 'table' : 'official', skipsFirst: meta.format === 'letter' } as const;
  return { pages: numberPages(flow.pages(), style, faces), messages: setting.messages };
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
