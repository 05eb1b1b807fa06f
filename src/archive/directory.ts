/** 文件目录: what the bag holds, as XML for the archive's program and as CSV for people, with the fields that archives ask for. */
import { stateWords } from '../register/entry.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { ArchiveRules } from './archival-code.ts';
import type { ArchivedItem } from './item.ts';

type Field = (item: ArchivedItem, position: number) => string;

/** The fields of an item in order; the one place where they are named. */
const fields = {
  顺序号: (_, position) => String(position),
  档号: (item) => item.code,
  责任者: (item) => item.responsible,
  题名: (item) => item.title,
  文号: (item) => item.number,
  主送单位: (item) => item.addressee,
  日期: (item) => item.date,
  密级: (item) => item.classification,
  保管期限: (item) => item.retention,
  页数: (item) => (item.pages === null ? '' : String(item.pages)),
  状态: (item) => stateWords[item.state],
  备注: (item) => item.remark,
} as const satisfies Readonly<Record<string, Field>>;

export type DirectoryHead = { readonly rules: ArchiveRules; readonly quarter: string; readonly bag: string };

export function printDirectoryXml(items: readonly ArchivedItem[], { rules, quarter, bag }: DirectoryHead): Uint8Array {
  const head = {
    全宗号: rules.fondsCode,
    全宗名称: rules.fondsName,
    季度: quarter,
    档案包: bag,
    件数: String(items.length),
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<文件目录>',
    ...Object.entries(head).map(([name, value]) => `  ${element(name, value)}`),
    ...items.flatMap((item, at) => itemLines(item, at + 1)),
    '</文件目录>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function itemLines(item: ArchivedItem, position: number): readonly string[] {
  return [
    '  <文件>',
    ...Object.entries(fields).map(([name, field]) => `    ${element(name, field(item, position))}`),
    '    <电子档案>',
    ...item.files.map(({ name, title }) => `      <名称 说明="${escaped(title)}">${escaped(name)}</名称>`),
    '    </电子档案>',
    '  </文件>',
  ];
}

export function printDirectoryCsv(items: readonly ArchivedItem[]): Uint8Array {
  const header = [...Object.keys(fields), '电子档案名称'].map((name) => ({ name, kind: 'text' }) as const);
  const rows = items.map((item, at) => [
    ...Object.values(fields).map((field) => field(item, at + 1)),
    item.files.map(({ name }) => name).join('；'),
  ]);
  return writeCsv(header, rows);
}

function element(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
