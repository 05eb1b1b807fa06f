/**
 * What Word repairs or hides without a word, looked for in every finished paper: relations that lead nowhere, ids given twice, tables
 * whose cells do not fill their grid, fields without a result, styles that do not exist.
 */
import { readBack, type ReadBack } from './read-back.ts';
import type { XmlPieces } from '../../ooxml/xml.ts';
import { attribute, xmlEvents } from './xml-events.ts';

/** Faults in plain words, for the maker of the program; empty = sound. */
export function lintPackage(parts: PackageParts): readonly string[] {
  const text = (name: string): string => partTexts(parts.get(name)).join('');
  const named = (pattern: RegExp): readonly string[] => [...parts.keys()].filter((name) => pattern.test(name));
  const known = knownParts(parts);
  return [
    ...typeFaults([...parts.keys()], known),
    ...named(/\.rels$/).flatMap((name) => targetFaults(name, text(name), parts)),
    ...named(/^word\/(?:header|footer)\d*\.xml$/).flatMap((name) => {
      const found = readBack([text(name)], name);
      return [...relationFaults(name, found, idsOf(text(relationsName(name)))), ...found.faults];
    }),
    ...documentFaults(readBack(partTexts(parts.get(documentName))), known),
  ];
}

/** Texts or bytes by name. */
export type PackageParts = ReadonlyMap<string, XmlPieces | Uint8Array>;

/** What a paper's own parts may name of the others, which are the same for all papers of a skeleton. */
export type KnownParts = {
  readonly types: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** Ids of the document's relations. */
  readonly relations: ReadonlySet<string>;
};

export function knownParts(parts: PackageParts): KnownParts {
  const text = (name: string): string => partTexts(parts.get(name)).join('');
  const styles = [...text('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map((match) => match[1] ?? '');
  return {
    types: typesIn(text('[Content_Types].xml')),
    styles: new Set(styles),
    relations: idsOf(text(relationsName(documentName))),
  };
}

export const documentName = 'word/document.xml';

/** The document against what it names. */
export function documentFaults(found: ReadBack, known: KnownParts): readonly string[] {
  const missing: string[] = [];
  for (const id of found.styles) if (!known.styles.has(id)) missing.push(`the style ${id} does not exist`);
  return [...relationFaults(documentName, found, known.relations), ...found.faults, ...missing];
}

const decoder = new TextDecoder();

export function partTexts(part: XmlPieces | Uint8Array | undefined): XmlPieces {
  return part instanceof Uint8Array ? [decoder.decode(part)] : (part ?? []);
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Extensions as they are, parts with a slash before them. */
function typesIn(types: string): ReadonlySet<string> {
  const known = new Set<string>();
  for (const event of xmlEvents(types)) {
    if (event.type !== 'open') continue;
    const extension = attribute(event.attributes, 'Extension');
    known.add(extension === null ? (attribute(event.attributes, 'PartName') ?? '') : extension.toLowerCase());
  }
  return known;
}

function typeFaults(names: readonly string[], { types }: KnownParts): readonly string[] {
  const missing = [...types].filter((name) => name.startsWith('/') && !names.includes(name.slice(1)));
  return [...untyped(names, types), ...missing.map((name) => `a content type for ${name}, which is missing`)];
}

/** Parts whose kind no content type tells. */
export function untyped(names: readonly string[], types: ReadonlySet<string>): readonly string[] {
  const isTyped = (name: string): boolean =>
    types.has(`/${name}`) || types.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  return names
    .filter((name) => name !== '[Content_Types].xml' && !isTyped(name))
    .map((name) => `no content type for ${name}`);
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

type Relation = { readonly id: string; readonly target: string; readonly isExternal: boolean };

function relationsOf(xml: string): readonly Relation[] {
  return xmlEvents(xml).flatMap((event) =>
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

function idsOf(relations: string): ReadonlySet<string> {
  return new Set(relationsOf(relations).map(({ id }) => id));
}

function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function relationFaults(name: string, { relations }: ReadBack, known: ReadonlySet<string>): readonly string[] {
  return [...relations]
    .filter((id) => !known.has(id))
    .map((id) => `${name} names the relation ${id}, which is missing`);
}
