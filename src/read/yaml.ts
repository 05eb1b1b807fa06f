/** YAML with the place of every value, for messages that name line and column: the only file that knows the YAML library. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { error, type Message, type Place } from '../message.ts';

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
  visit(document, { Alias: (_, node) => void offsets.push(node.range?.[0] ?? 0) });
  return offsets;
}

function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range !== null && node.range !== undefined) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: YamlPath, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
  return pair !== undefined && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path);
}
