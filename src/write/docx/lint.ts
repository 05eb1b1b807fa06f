/**
 * What Word repairs or hides without a word, looked for in every finished paper: relations that lead nowhere, ids given twice, tables
 * whose cells do not fill their grid, fields without a result, styles that do not exist, a lost character.
 */
import { xmlEvents, attribute } from './xml-events.ts';
import { tableFaults } from './lint-table.ts';

/** Faults in plain words, for the maker of the program; empty = sound. */
export function lintPackage(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const decoder = new TextDecoder();
  const texts = new Map(
    [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
  const document = texts.get('word/document.xml') ?? '';
  return [
    ...typeFaults([...parts.keys()], texts.get('[Content_Types].xml') ?? ''),
    ...[...texts].flatMap(([name, xml]) =>
      name.endsWith('.rels') ? targetFaults(name, xml, parts) : relationFaults(name, xml, texts),
    ),
    ...idFaults(document),
    ...styleFaults(document, texts.get('word/styles.xml') ?? ''),
    ...[...texts]
      .filter(([name]) => /^word\/(?:document|header|footer)/.test(name))
      .flatMap(([name, xml]) => fieldFaults(name, xml)),
    ...tableFaults(document),
  ];
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

function relationFaults(name: string, xml: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const slash = name.lastIndexOf('/') + 1;
  const known = new Set(
    relationsOf(texts.get(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`) ?? '').map(({ id }) => id),
  );
  const used = [...xml.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)].map((match) => match[1] ?? '');
  return used.filter((id) => !known.has(id)).map((id) => `${name} names the relation ${id}, which is missing`);
}

function idFaults(document: string): readonly string[] {
  const ids = [...document.matchAll(/<wp:docPr [^>]*?\bid="(\d+)"/g)].map((match) => match[1] ?? '');
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the drawing id ${id} is given twice`);
}

function styleFaults(document: string, styles: string): readonly string[] {
  const known = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map((match) => match[1]));
  const used = new Set(
    [...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)].map((match) => match[1]),
  );
  return [...used].filter((id) => !known.has(id)).map((id) => `the style ${id} does not exist`);
}

/** Word offers to repair a file whose field has no result between `separate` and `end`. */
function fieldFaults(name: string, xml: string): readonly string[] {
  const results = xml.matchAll(/w:fldCharType="separate"[\s\S]*?w:fldCharType="end"/g);
  return [...results].filter((match) => !match[0].includes('<w:t')).map(() => `${name} has a field without a result`);
}
