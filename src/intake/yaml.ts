/** YAML with the place of every value, for messages that name line and column: the only file that knows the YAML library. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { error, type Message, type Place } from '../message/message.ts';

export type YamlPath = readonly (string | number)[];

export type YamlFile = {
  readonly value: unknown;
  /** Where the value stands; of what is missing, the nearest thing around it. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Where a key stands in the map at a path. */
  readonly placeOfKey: (path: YamlPath, key: string) => Place;
  readonly messages: readonly Message[];
};

/** Aliases are refused: a few bytes of them can stand for gigabytes. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, row: line, column: col };
  };
  const faults = [
    ...[...document.errors, ...document.warnings].map((each) => ({ offset: each.pos[0], kind: String(each.code) })),
    ...aliasOffsets(document).map((offset) => ({ offset, kind: 'ALIAS' })),
  ];
  const messages = faults.map(({ offset, kind }) => error(at(offset), 'yaml-broken', { kind }));
  return {
    value: messages.length > 0 ? null : document.toJS(),
    placeOf: (path) => at(offsetOf(document, path)),
    placeOfKey: (path, key) => at(keyOffset(document, path, key)),
    messages,
  };
}

function aliasOffsets(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, { Alias: (_, node) => void offsets.push(startOf(node)) });
  return offsets;
}

function offsetOf(document: Document, path: YamlPath): number {
  const lengths = Array.from({ length: path.length + 1 }, (_, index) => path.length - index);
  const nodes = lengths.map((length) => nodeAt(document, path.slice(0, length)));
  return startOf(nodes.find((node) => isNode(node)));
}

function keyOffset(document: Document, path: YamlPath, key: string): number {
  const map = nodeAt(document, path);
  const keys = isMap(map) ? map.items.map((item) => item.key) : [];
  return startOf(keys.find((each) => isScalar(each) && String(each.value) === key) ?? map);
}

function nodeAt(document: Document, path: YamlPath): unknown {
  return document.getIn(path, true);
}

/** A parsed node knows its range. */
function startOf(node: unknown): number {
  return isNode(node) && Array.isArray(node.range) ? node.range[0] : 0;
}
