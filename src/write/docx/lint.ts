/**
 * What Word repairs or hides without a word, looked for in every finished paper: relations that lead nowhere, ids given twice, tables
 * whose cells do not fill their grid, fields without a result, styles that do not exist, a lost character.
 */
import { xmlEvents, attribute } from './xml-events.ts';
import { tableFaults } from './lint-table.ts';

/** Faults in plain words, for the maker of the program; empty = sound. The parts may be texts or bytes. */
export function lintPackage(parts: ReadonlyMap<string, string | Uint8Array>): readonly string[] {
  const text = (name: string): string => textOf(parts.get(name));
  const named = (pattern: RegExp): readonly string[] => [...parts.keys()].filter((name) => pattern.test(name));
  const document = text('word/document.xml');
  return [
    ...typeFaults([...parts.keys()], text('[Content_Types].xml')),
    ...named(/\.rels$/).flatMap((name) => targetFaults(name, text(name), parts)),
    ...named(/^word\/(?:document|header|footer)\d*\.xml$/).flatMap((name) => [
      ...relationFaults(name, text(name), text(relationsName(name))),
      ...fieldFaults(name, text(name)),
    ]),
    ...idFaults(document),
    ...styleFaults(document, text('word/styles.xml')),
    ...tableFaults(document),
  ];
}

const decoder = new TextDecoder();

function textOf(part: string | Uint8Array | undefined): string {
  return typeof part === 'string' ? part : part === undefined ? '' : decoder.decode(part);
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function typeFaults(names: readonly string[], types: string): readonly string[] {
  const known = new Set<string>();
  for (const event of xmlEvents(types)) {
    if (event.type !== 'open') continue;
    const extension = attribute(event.attributes, 'Extension');
    known.add(extension === null ? (attribute(event.attributes, 'PartName') ?? '') : extension.toLowerCase());
  }
  const isTyped = (name: string): boolean =>
    known.has(`/${name}`) || known.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  const missing = [...known].filter((name) => name.startsWith('/') && !names.includes(name.slice(1)));
  return [
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !isTyped(name))
      .map((name) => `no content type for ${name}`),
    ...missing.map((name) => `a content type for ${name}, which is missing`),
  ];
}

function targetFaults(name: string, xml: string, parts: ReadonlyMap<string, unknown>): readonly string[] {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  return relationsOf(xml)
    .filter(
      ({ target, isExternal }) =>
        !isExternal && !parts.has(target.startsWith('/') ? target.slice(1) : resolve(folder + target)),
    )
    .map(({ target }) => `${name} leads to ${target}, which is missing`);
}

function relationsOf(
  xml: string,
): readonly { readonly id: string; readonly target: string; readonly isExternal: boolean }[] {
  return [...xmlEvents(xml)].flatMap((event) =>
    event.type === 'open' && event.name === 'Relationship'
      ? [
          {
            id: attribute(event.attributes, 'Id') ?? '',
            target: attribute(event.attributes, 'Target') ?? '',
            isExternal: attribute(event.attributes, 'TargetMode') === 'External',
          },
        ]
      : [],
  );
}

function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function relationFaults(name: string, xml: string, relations: string): readonly string[] {
  const known = new Set(relationsOf(relations).map(({ id }) => id));
  const used = [...xml.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map((match) => match[1] ?? '');
  return used.filter((id) => !known.has(id)).map((id) => `${name} names the relation ${id}, which is missing`);
}

function idFaults(document: string): readonly string[] {
  const ids = [...document.matchAll(/<wp:docPr [^>]*?\bid="(\d+)"/g)].map((match) => match[1] ?? '');
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the drawing id ${id} is given twice`);
}

function styleFaults(document: string, styles: string): readonly string[] {
  const known = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map((match) => match[1]));
  const used = new Set<string>();
  for (const match of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)) used.add(match[1] ?? '');
  return [...used].filter((id) => !known.has(id)).map((id) => `the style ${id} does not exist`);
}

/** Word offers to repair a file whose field has no result between `separate` and `end`. */
function fieldFaults(name: string, xml: string): readonly string[] {
  const results = xml.matchAll(/w:fldCharType="separate"[\s\S]*?w:fldCharType="end"/g);
  return [...results].filter((match) => !match[0].includes('<w:t')).map(() => `${name} has a field without a result`);
}
