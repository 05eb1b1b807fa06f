/**
 * The sample's figures reckoned again by other means: the CSV files are split here, who answers for what is known from test/sample (which
 * reads the seed and the reform for itself), and lights, scores and totals are formed from the words of office.yaml alone.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repository } from '../run/program.ts';
import { seatsAfterReform, type Seat } from '../sample/reform.ts';
import { seedTasks } from '../sample/seed.ts';

type Row = Readonly<Record<string, string>>;

const [filingDay, asOf, quarterStart] = ['2024-12-25', '2024-12-31', '2024-10-01'];
const inputs = path.join(repository, 'inputs');
const office = parse(fs.readFileSync(path.join(inputs, 'office.yaml'), 'utf8')) as {
  readonly lights: { yellowFrom: number; redAbove: number; claims: Readonly<Record<string, string>> };
  readonly scoring: {
    start: number;
    floor: number;
    ceiling: number;
    weights: Readonly<Record<string, number>>;
    groups: readonly { name: string; deductionCap?: number; bonusCap?: number; rules: readonly Rule[] }[];
  };
};
type Rule = {
  readonly when?: string;
  readonly finding?: string;
  readonly points: number | Readonly<Record<string, number>>;
  readonly per?: string;
  readonly cap?: number;
};

const units = rowsIn('units.csv');
export const codeOf = new Map(
  units.flatMap((row) =>
    [row['名称'] ?? '', ...(row['简称'] ?? '').split('、')].map((name) => [name, row['代码'] ?? ''] as const),
  ),
);
const plans = new Map(rowsIn('plan.csv').map((row) => [row['任务编号'], row]));
const acts = rowsIn('closures.csv');
const filed = fs.readdirSync(path.join(inputs, '2024Q4/returns')).flatMap((name) => {
  let unit = '';
  return rowsIn(`2024Q4/returns/${name}`).flatMap((row): readonly Row[] => {
    // A merged cell keeps its value in the first row only.
    unit = row['填报单位'] || unit;
    return figure(row['任务编号']) === null ? [] : [{ ...row, 填报单位: unit }];
  });
});
const adjustments = rowsIn('2024Q4/adjustments.csv');
export const seats = seatsAfterReform(seedTasks().flatMap((task) => task.seats));

export type Judged = Seat & {
  readonly light: string;
  readonly filing: string;
  readonly isOverdue: boolean;
  readonly act: string;
};
export const judged = seats.map(({ seat, formerly }) => judge(seat, formerly));

function judge(seat: Seat, formerly: readonly string[]): Judged {
  const names = [seat.unit, ...formerly].map((name) => codeOf.get(name));
  const returns = filed
    .filter((row) => figure(row['任务编号']) === seat.task && names.includes(codeOf.get(row['填报单位'] ?? '')))
    .map((row) => ({ row, on: dayOf(row['填报日期']) }))
    .toSorted((a, b) => Number(a.on > b.on) - Number(a.on < b.on));
  const [first, last] = [returns[0], returns.at(-1)?.row];
  const act = acts.findLast((row) => row['任务编号'] === `${seat.task}` && (row['日期'] ?? '') <= asOf);
  const early = acts.findLast((row) => row['任务编号'] === `${seat.task}` && (row['日期'] ?? '') <= filingDay);
  const isClosed = act?.['类型'] === '销号';
  const plan = plans.get(`${seat.task}`);
  const deadline = plan?.['完成时限'] ?? '';
  const filing =
    early?.['类型'] === '销号'
      ? 'not-required'
      : first === undefined
        ? 'missing'
        : first.on > filingDay
          ? 'late'
          : 'on-time';
  const isOverdue = !isClosed && deadline !== '' && deadline < asOf && last?.['状态'] !== '办结';
  const isThisQuarter = (act?.['日期'] ?? '') >= quarterStart;
  const told = isThisQuarter ? (isClosed ? '销号' : '恢复督办') : '';
  return { ...seat, filing, isOverdue, act: told, light: lightOf({ isClosed, filing, isOverdue, last, plan }) };
}

type Facts = {
  readonly isClosed: boolean;
  readonly filing: string;
  readonly isOverdue: boolean;
  readonly last: Row | undefined;
  readonly plan: Row | undefined;
};

function lightOf({ isClosed, filing, isOverdue, last, plan }: Facts): string {
  if (isClosed) return 'green';
  if (filing === 'missing' || isOverdue) return 'red';
  const planned = figure(plan?.['2024Q4计划']) ?? figure(plan?.['2024Q3计划']);
  const percent = figure(last?.['完成比例']) ?? (last?.['状态'] === '办结' ? 100 : null);
  if (planned === null || percent === null) return office.lights.claims[last?.['状态'] ?? ''] ?? '';
  const behind = planned - percent;
  return behind > office.lights.redAbove ? 'red' : behind >= office.lights.yellowFrom ? 'yellow' : 'green';
}

/** Points of each group are rounded as a whole. */
export function scoreOf(unit: string): number {
  const own = judged.filter((each) => each.unit === unit);
  const found = adjustments.filter((row) => codeOf.get(row['单位'] ?? '') === codeOf.get(unit));
  const sums = office.scoring.groups.map(({ rules, deductionCap = Infinity, bonusCap = Infinity }) => {
    const all = rules.map((rule) => pointsOf(rule, own, found));
    const minus = Math.max(-deductionCap, sum(all.filter((points) => points < 0)));
    return hundredths(minus + Math.min(bonusCap, sum(all.filter((points) => points > 0))));
  });
  const score = hundredths(office.scoring.start + sum(sums));
  return Math.min(office.scoring.ceiling, Math.max(office.scoring.floor, score));
}

const events: Readonly<Record<string, (each: Judged) => boolean>> = {
  迟报: ({ filing }) => filing === 'late',
  催办后报送: () => false,
  漏报: ({ filing }) => filing === 'missing',
  黄灯: ({ light, isOverdue }) => light === 'yellow' && !isOverdue,
  红灯: ({ light, isOverdue }) => light === 'red' && !isOverdue,
  逾期: ({ isOverdue }) => isOverdue,
  恢复督办: ({ act }) => act === '恢复督办',
  销号: ({ act }) => act === '销号',
};

function pointsOf(rule: Rule, own: readonly Judged[], found: readonly Row[]): number {
  const { points, cap = Infinity } = rule;
  const full =
    rule.finding === undefined
      ? sum(
          own.filter(events[rule.when ?? ''] ?? (() => false)).map(({ role }) => {
            const each = typeof points === 'number' ? points : (points[role] ?? 0);
            const weigh = ({ role: of }: Seat): number => office.scoring.weights[of] ?? 0;
            return rule.per === '占比' ? (each * (office.scoring.weights[role] ?? 0)) / sum(own.map(weigh)) : each;
          }),
        )
      : sum(found.filter((row) => row['类型'] === rule.finding).map((row) => figure(row['分值']) ?? Number(points)));
  return Math.max(-cap, Math.min(cap, full));
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, each) => whole + each, 0);
}

function hundredths(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** `８０％`, `-5`, `80%左右` → number. */
function figure(written: string | undefined): number | null {
  const found = /-?\d+(?:\.\d+)?/u.exec((written ?? '').normalize('NFKC'))?.[0];
  return found === undefined ? null : Number(found);
}

/** `2024年12月3日`, `2024/12/3`, `2024-12-03` → 2024-12-03. */
function dayOf(written: string | undefined): string {
  const [year, month = '', day = ''] = (written ?? '').normalize('NFKC').match(/\d+/gu) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Rows below the header, which is the first line with 任务编号, 单位 or 名称 in it. */
function rowsIn(file: string): readonly Row[] {
  const bytes = fs.readFileSync(path.join(inputs, file));
  const lines = split(decoded(bytes));
  const head = lines.findIndex(
    (cells) => cells.length > 3 && cells.some((cell) => /^(?:任务编号|单位|名称)$/u.test(cell)),
  );
  const names = lines[head] ?? [];
  return lines
    .slice(head + 1)
    .filter((cells) => cells.length > 1)
    .map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('gb18030').decode(bytes) : text;
}

/** Cells of each line: quotes may hold separators and line ends. */
function split(text: string): readonly (readonly string[])[] {
  const separator = text.includes('\t') ? '\t' : ',';
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"\\r\\n${separator}]*)(${separator}|\\r?\\n|$)`, 'gu');
  const rows: string[][] = [[]];
  for (const [, value = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"').trim() : value.trim());
    if (end !== separator) rows.push([]);
  }
  return rows;
}
