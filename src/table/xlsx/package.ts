/** The parts of an .xlsx package, opened with suspicion: limits, no macros, no links to other files, nothing embedded. */
import { error } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import { readZip } from '../../ooxml/zip.ts';
import type { InputFile } from '../file.ts';
import { bounds } from '../../trade/bounds.ts';
import { readXml } from '../../ooxml/xml-reader.ts';
import type { XmlHandlers } from '../../ooxml/xml-reader.ts';
import { decodeText } from '../decode.ts';

/** A return of two hundred rows unpacks to a few hundred kilobytes. */
const zipLimits = {
  entries: bounds.packageParts,
  entryBytes: bounds.zipFileMegabytes << 20,
  totalBytes: bounds.zipMegabytes << 20,
};

/** By name in lower case: part names compare without case (ECMA-376 part 2, 6.2.2.3), and writers do not agree with themselves. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts of an .xlsx, or a message and none. */
export function openPackage(file: InputFile): Result<Parts> {
  const zip = openZip(file);
  const refusals = [...zip.messages, ...refused(zip.value, file.path)];
  return { value: refusals.length > 0 ? new Map() : zip.value, messages: refusals.slice(0, 1) };
}

/** The parts of any package of office papers, or a message and none. */
export function openZip(file: InputFile): Result<Parts> {
  const { value, messages } = readZip(file.bytes, zipLimits, fileOnly(file.path));
  return { value: new Map([...value].map(([name, bytes]) => [name.toLowerCase(), bytes])), messages };
}

export function hasPart(parts: Parts, name: string): boolean {
  return parts.has(name.toLowerCase());
}

/** Calls the handlers over a part. Says why the part cannot be read, or null. */
export function readPart(parts: Parts, name: string, handlers: XmlHandlers): string | null {
  const bytes = parts.get(name.toLowerCase());
  if (bytes === undefined) return `${name}: missing`;
  const decoded = decodeText(bytes, name);
  if (decoded.messages.length > 0 || decoded.value.encoding === 'gb18030') return `${name}: encoding`;
  const problem = readXml(decoded.value.text, handlers);
  return problem === null ? null : `${name}: ${problem}`;
}

/** Handlers that do nothing, to be overridden. */
export const noHandlers: XmlHandlers = { open: () => {}, text: () => {}, close: () => {} };

const foreign = [
  ['macro', /(?:^|\/)vba[^/]*\.bin$|^xl\/(?:macrosheets|activeX)\//iu],
  ['external-link', /^xl\/(?:externalLinks\/|connections\.xml$|queryTables\/)/iu],
  ['embedded', /^xl\/embeddings\//iu],
] as const;

function refused(parts: Parts, file: string): readonly Message[] {
  const place = fileOnly(file);
  const names = [...parts.keys()];
  const found = foreign.filter(([, pattern]) => names.some((name) => pattern.test(name)));
  const messages = found.map(([kind]) => error(place, 'xlsx-foreign', { kind }));
  const rels = names.filter((name) => name.endsWith('.rels'));
  const linked = rels.some((name) => hasOutsideRelation(parts, name));
  return linked ? [...messages, error(place, 'xlsx-foreign', { kind: 'external-link' })] : messages;
}

/** Hyperlinks lead outside too (Excel makes one of every mail address), but nothing follows them: only their text is read. */
function hasOutsideRelation(parts: Parts, name: string): boolean {
  let isLinked = false;
  readPart(parts, name, {
    ...noHandlers,
    open: (_, attributes) => {
      const isOutside = attributes['TargetMode']?.toLowerCase() === 'external';
      if (isOutside && !(attributes['Type'] ?? '').endsWith('/hyperlink')) isLinked = true;
    },
  });
  return isLinked;
}

/** A relation between two parts: which is the workbook, where its sheets and strings lie (ECMA-376 part 2, 6.5). */
export type Relation = {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`; the words before it differ between the two editions of the format. */
  readonly kind: string;
  /** Name of the part, from the package's root. */
  readonly part: string;
};

/** Relations of a part (`''` for those of the whole package), or why they cannot be read. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] | string {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: Relation[] = [];
  const problem = readPart(parts, `${folder}_rels/${part.slice(slash)}.rels`, {
    ...noHandlers,
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Target === undefined) return;
      const kind = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1);
      relations.push({ id: Id ?? '', kind, part: partName(folder, Target) });
    },
  });
  return problem ?? relations;
}

/** Targets are relative to the folder of the part, or absolute from the package's root; `%20` and `\` come from writers of URLs and of Windows paths. */
function partName(folder: string, target: string): string {
  const plain = decoded(target.replaceAll('\\', '/'));
  const segments: string[] = [];
  for (const segment of (plain.startsWith('/') ? plain : `${folder}${plain}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
