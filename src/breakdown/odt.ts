/** OpenDocument texts as sources: paragraphs with their printed numbers, tables, and the notes at the foot of pages. */
import { error } from '../message/message.ts';
import type { Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { silent } from '../message/result.ts';
import type { InputFile } from '../table/file.ts';
import { openZip, readPart } from '../table/xlsx/package.ts';
import type { SourceText } from './block.ts';
import { GrowingBlocks } from './growing-blocks.ts';
import { remark } from './note-sign.ts';
import { OdtLists } from './odt-lists.ts';

const nothing: SourceText = { blocks: [], pageNumbers: [] };

/** The blocks of an .odt; places are numbers of paragraphs, those of notes last. */
export function blocksOfOdt(file: InputFile): Result<SourceText> {
  const { value: parts, messages } = openZip(file);
  if (messages.length > 0) return { value: nothing, messages };
  const body = new OdtBody();
  // A text may do without styles of its own; what they cannot say is then not there.
  readPart(parts, 'styles.xml', body.stylesOnly());
  const fault = readPart(parts, 'content.xml', body.all());
  if (fault !== null)
    return {
      value: nothing,
      messages: [error(fileOnly(file.path), 'docx-broken', { part: 'content.xml', reason: fault })],
    };
  return silent(body.done());
}

type Attributes = Readonly<Record<string, string>>;

// Deleted text, remarks beside the text, the sign of a note, and what a field asks for.
const unseen: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'hidden-text',
  'forms',
  'ruby-text',
]);
const paragraphs: ReadonlySet<string> = new Set(['p', 'h']);

class OdtBody {
  private readonly blocks = new GrowingBlocks();
  private readonly lists = new OdtLists();
  private readonly hiddenStyles = new Set<string>();
  private readonly texts: string[] = [];
  private readonly notes: string[] = [];
  /** For each open element: whether it is unseen with all that is in it. */
  private readonly open: boolean[] = [];
  private unseenDepth = 0;
  private noteDepth = 0;
  private style = '';

  stylesOnly() {
    return {
      open: (name: string, attributes: Attributes) => this.openStyle(name, attributes),
      text: () => {},
      close: () => {},
    };
  }

  all() {
    return {
      open: (name: string, attributes: Attributes) => this.openElement(name, attributes),
      text: (text: string) => this.take(text),
      close: (name: string) => this.closeElement(name),
    };
  }

  done(): SourceText {
    for (const note of this.notes) this.blocks.paragraph(remark(note));
    return this.blocks.done();
  }

  private take(text: string): void {
    const last = this.texts.length - 1;
    if (last >= 0 && this.unseenDepth === 0) this.texts[last] += text;
  }

  private openStyle(name: string, attributes: Attributes): void {
    this.lists.openStyle(name, attributes);
    if (name === 'style') this.style = attributes['style:name'] ?? '';
    if (name === 'text-properties' && attributes['text:display'] === 'none') this.hiddenStyles.add(this.style);
  }

  private openElement(name: string, attributes: Attributes): void {
    const style = attributes['text:style-name'] ?? '';
    const isUnseen =
      unseen.has(name) || attributes['text:display'] === 'none' || (style !== '' && this.hiddenStyles.has(style));
    this.open.push(isUnseen);
    if (isUnseen) this.unseenDepth += 1;
    this.openStyle(name, attributes);
    if (this.unseenDepth > 0) return;
    if (name === 'note-body') this.noteDepth += 1;
    if (paragraphs.has(name)) this.texts.push(this.noteDepth > 0 ? '' : this.lists.next());
    this.lists.open(name, attributes);
    if (name === 's') this.take(' '.repeat(Math.min(Number(attributes['text:c'] ?? '1') || 1, 100)));
    if (name === 'tab') this.take('\t');
    if (name === 'line-break') this.take('\n');
    this.openInTable(name, attributes);
  }

  private openInTable(name: string, attributes: Attributes): void {
    if (name === 'table') this.blocks.openTable();
    if (name === 'table-row') this.blocks.openRow();
    if (name === 'table-cell') {
      const across = Number(attributes['table:number-columns-spanned'] ?? attributes['table:number-columns-repeated']);
      this.blocks.openCell({ across, down: Number(attributes['table:number-rows-spanned']) });
    }
  }

  private closeElement(name: string): void {
    const wasUnseen = this.open.pop() === true;
    const isSeen = this.unseenDepth === 0;
    if (wasUnseen) this.unseenDepth -= 1;
    if (!isSeen) return;
    this.lists.close(name);
    if (paragraphs.has(name)) this.closeParagraph(this.texts.pop() ?? '');
    if (name === 'note-body') this.noteDepth -= 1;
    if (name === 'table-row') this.blocks.closeRow();
    if (name === 'table') this.blocks.closeTable();
  }

  private closeParagraph(text: string): void {
    if (this.noteDepth > 0) this.notes.push(text);
    else this.blocks.paragraph(text);
  }
}
