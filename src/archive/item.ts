/** 件: one issued paper with its annexes, as the archive counts and lists it (DA/T 22—2015 4.2). */
import type { RegisterEntry, IssuedRecord, RegisterLine, State } from '../register/entry.ts';
import { type ArchiveRules, archivalCode, itemNumber } from './archival-code.ts';
import type { PayloadFile } from './write-bag.ts';

/** A file that goes with a paper: a scorecard with the report. */
export type ArchivedAnnex = { readonly title: string; readonly ending: string; readonly bytes: Uint8Array };

export type ItemSource = {
  readonly entry: RegisterEntry;
  readonly record: IssuedRecord;
  /** The paper by ending; the PDF is always among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly annexes: readonly ArchivedAnnex[];
  /** Of the register: why a paper was taken back stands there. */
  readonly lines: readonly RegisterLine[];
};

/** What 文件目录 says of one item. */
export type ArchivedItem = {
  readonly code: string;
  readonly responsible: string;
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  /** 8 digits. */
  readonly date: string;
  readonly classification: string;
  readonly retention: string;
  /** Of the paper itself, without annexes; null = unknown. */
  readonly pages: number | null;
  readonly state: State;
  readonly remark: string;
  /** Names of its files in 电子档案, with what each is. */
  readonly files: readonly { readonly name: string; readonly title: string }[];
  readonly payload: readonly PayloadFile[];
};

export function itemOf({ entry, record, files, annexes, lines }: ItemSource, rules: ArchiveRules): ArchivedItem {
  const { meta } = record.document;
  // A quarter's papers may bear two years, and item numbers begin anew in each.
  const base = `${entry.year}-${itemNumber(entry.ordinal)}`;
  const main = [...files].map(([ending, bytes]) => ({ name: `${base}.${ending}`, title: '正文', bytes }));
  const further = annexes.map(({ title, ending, bytes }, at) => {
    const name = `${base}-F${String(at + 1).padStart(3, '0')}.${ending}`;
    return { name, title: `附件：${title}`, bytes };
  });
  const all = [...main, ...further];
  const pdf = files.get('pdf');
  return {
    code: archivalCode(rules, entry.year, entry.ordinal),
    responsible: meta.issuers.join('、'),
    title: entry.title,
    number: entry.number,
    addressee: entry.addressee?.name ?? '',
    date: entry.issuedOn.replaceAll('-', ''),
    classification: meta.classification,
    retention: rules.retention,
    pages: pdf === undefined ? null : pageCount(pdf),
    state: entry.state,
    remark: remarkOf(entry, record, lines),
    files: all.map(({ name, title }) => ({ name, title })),
    payload: all.map(({ name, bytes }) => ({ path: `电子档案/${base}/${name}`, bytes })),
  };
}

function remarkOf(entry: RegisterEntry, { asEdited }: IssuedRecord, lines: readonly RegisterLine[]): string {
  const { replaces, replacedBy, state } = entry;
  const remarks = [
    ...(replaces === null ? [] : [`替代${replaces}`]),
    ...(state === 'superseded' ? [`已废止，由${replacedBy ?? ''}替代`] : []),
    ...takenBack(entry, lines),
    ...(asEdited === null ? [] : ['按手工修改后的文稿印发']),
  ];
  return remarks.join('；');
}

function takenBack({ number }: RegisterEntry, lines: readonly RegisterLine[]): readonly string[] {
  return lines.flatMap(({ act }) => {
    if (act.type === 'void' && act.number === number) return [`已作废（未发出）：${act.reason}`];
    return act.type === 'recall' && act.number === number ? [`已撤回，见${act.notice}：${act.reason}`] : [];
  });
}

/** 页数 of a PDF: its page objects counted. Null when they are packed where they cannot be seen (no PDF/A-1 does that). */
function pageCount(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/gu)?.length ?? 0;
  return pages === 0 ? null : pages;
}
