/** 附件 (7.3.7): a new page, 「附件1」 flush left in 黑体 on line 1, its title centred on line 3; landscape ones are pages of their own. */
import { titleLines, titleRoom } from '../../document/title-lines.ts';
import type { Annex } from '../../document/tree.ts';
import { placeBlocks, type BlocksAt } from './blocks.ts';
import { blankLine, textParagraph } from './paragraphs.ts';
import { setLines } from './title.ts';

export function placeAnnex(annex: Annex, key: string, at: BlocksAt): void {
  const { flow, setting } = at;
  const { body, title } = setting.sheet;
  flow.newPage(annex.orientation);
  const { left, width } = flow.area();
  const label = { left, width, type: { ...body, role: 'heading', firstIndent: 0 } as const };
  flow.place(
    textParagraph(`附件${annex.number ?? ''}`, { ...label, piece: setting.pieces.number(`${key}/label`) }, setting),
  );
  flow.place([blankLine(body.pitch)]);
  const piece = setting.pieces.number(`${key}/title`);
  const lines = annex.title === '' ? [] : titleLines(annex.title, titleRoom(width), []);
  flow.place(setLines(lines, { left, width, type: title, piece, isKeptWithNext: true }, setting));
  flow.place([blankLine(body.pitch, true)]);
  placeBlocks(
    annex.children.map((block, index) => ({ block, key: `${key}/${index}` })),
    at,
  );
}
