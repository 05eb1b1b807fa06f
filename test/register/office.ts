/** A small office for the tests of the register: a few units, letters that state their facts, a renderer that prints JSON. */
import { parseCalendarDate, parseQuarter } from '../../src/trade/calendar.ts';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import type { Document, Meta } from '../../src/document/tree.ts';
import type { Draft, DraftKind, Facts } from '../../src/register/draft.ts';
import type { Message } from '../../src/message/message.ts';
import type { IssueContext, Render } from '../../src/register/issue-context.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import type { Disk } from '../../src/disk/disk.ts';

export const series = {
  letter: 'X督',
  report: 'X督报',
  reminder: 'X催',
  notice: 'X督',
  changes: 'X督',
  correction: 'X督',
  recall: 'X督',
  'special-report': 'X督报',
} as const;

export function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

export function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const names: Readonly<Record<string, string>> = {
  '001': '区政府法制办',
  '002': '区司法局',
  '003': '区财政局',
  '012': '区卫生健康委',
};

export function unitName(code: string): string {
  return names[code] ?? `单位${code}`;
}

export function letter(code: string, facts: Facts): Draft {
  return draft('letter', code, facts);
}

export function draft(kind: DraftKind, code: string | null, facts: Facts): Draft {
  const addressee = code === null ? null : { code, name: unitName(code) };
  const path = addressee === null ? kind : `${kind}s/${addressee.code}-${addressee.name}`;
  return { path, kind, addressee, document: paper(kind, facts), facts };
}

function paper(kind: DraftKind, facts: Facts): Document {
  const meta: Meta = {
    format: kind === 'report' ? 'bulletin' : 'letter',
    orientation: 'portrait',
    title: kind === 'report' ? '2024年第三季度督查通报' : '关于第三季度落实情况的督办通知',
    issuerMark: '某区督查室',
    documentNumber: { issuerCode: series[kind], year: 2024, serial: null },
    bulletinNumber: null,
    recipients: [],
    issuers: ['某区督查室'],
    issuedOn: null,
    asOf: '2024-09-30' as Meta['asOf'],
    isSealed: false,
    note: '',
    copiedTo: [],
    printedBy: '',
    copyNumber: '',
    classification: '',
    urgency: '',
    signatories: [],
  };
  return { meta, children: facts.map(([field, value]) => paragraph(`${field}：${value}`)) };
}

function paragraph(value: string): Document['children'][number] {
  return { type: 'paragraph', style: 'body', children: [{ type: 'text', value, isStrong: false }] };
}

export const render: Render = (document) => {
  const text = JSON.stringify(document);
  const value = new Map([
    ['docx', bytes(`docx ${text}`)],
    ['pdf', bytes(`pdf ${text}`)],
  ]);
  return Promise.resolve({ value, messages: [] });
};

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function text(disk: Disk, file: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(disk.read(file) ?? new Uint8Array());
}

export function context(disk: Disk, day = '2024-10-15', of = '2024Q3'): IssueContext {
  return { disk, quarter: quarter(of), date: date(day), series, writer: 'test 1', render, jobs: 2 };
}

export function words(messages: readonly Message[]): readonly string[] {
  return messages.map((message) => wordMessage(message, 'zh'));
}
