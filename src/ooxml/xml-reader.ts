/** XML parts of .docx and .xlsx, event by event: the only file that knows the XML parser. */
import { SaxesParser } from 'saxes';

export type XmlHandlers = {
  /** Names come without their namespace prefix: `w:p` and `p` are both `p`. Attributes keep theirs (`r:id`). */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

/**
 * Reads a part and calls the handlers in document order. Returns null, or why the part is not well formed; what was read up to there has
 * been handed over. A DOCTYPE is refused unread: office packages have none, and entity bombs need one.
 */
export function readXml(xml: string, handlers: XmlHandlers): string | null {
  if (/<!DOCTYPE/iu.test(xml)) return 'DOCTYPE';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => handlers.open(withoutPrefix(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', (tag) => handlers.close(withoutPrefix(tag.name)));
  try {
    // Saxes throws its first error when no handler is set for it.
    parser.write(xml).close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
