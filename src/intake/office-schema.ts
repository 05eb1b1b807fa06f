/** What office.yaml may hold. Every key of the sample file stands here; what it means is said there, in Chinese. */
import type { ScoringEvent } from '../domain/rules.ts';
import { z } from 'zod';
import { retentions } from '../trade/figure-words.ts';
import { bounds } from '../trade/bounds.ts';
import { numberedKinds, type NumberedKind } from '../trade/paper-kinds.ts';

/** The words of `when`, see domain/score.ts. */
export const eventWords = {
  按时报送: 'on-time',
  迟报: 'late',
  催办后报送: 'after-reminder',
  漏报: 'missing',
  黄灯: 'yellow',
  红灯: 'red',
  逾期: 'overdue',
  无计划: 'no-plan',
  申报办结: 'completed',
  销号: 'closed',
  恢复督办: 'reopened',
} as const satisfies Record<string, ScoringEvent>;

/** Made when it is first asked for: most runs remember what was read through it. Whatever a schema is made of is therefore a function. */
export function officeSchema() {
  return (office ??= makeOffice());
}

let office: ReturnType<typeof makeOffice> | null = null;

const text = () => z.string().trim().min(1);
const count = () => z.number().int().min(0);
const points = () => z.number().min(-bounds.points).max(bounds.points);
const amount = () => z.number().min(0).max(bounds.points);
const weight = () => z.number().positive().max(100);
const light = () => z.enum(['green', 'yellow', 'red']);
const percent = () => z.number().min(0).max(100);
const monthAndDay = () => z.string().regex(/^(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])$/u);

const ruleSchema = () =>
  z.strictObject({
    when: z.enum(Object.keys(eventWords) as (keyof typeof eventWords)[]).optional(),
    finding: text().optional(),
    label: text().optional(),
    points: z.union([points(), z.strictObject({ 牵头: points(), 配合: points() })]).optional(),
    per: z.enum(['项', '天', '占比']).default('项'),
    every: z.number().int().min(1).max(100).default(1),
    cap: z.number().positive().max(bounds.points).optional(),
  });

const groupSchema = () =>
  z.strictObject({
    name: text(),
    deductionCap: amount().optional(),
    bonusCap: amount().optional(),
    rules: z.array(ruleSchema()).min(1),
  });

/** Its part on scoring. */
export const scoringSchema = () =>
  z.strictObject({
    start: amount(),
    floor: points().optional(),
    ceiling: points().optional(),
    weights: z.strictObject({ 牵头: weight(), 配合: weight() }).default({ 牵头: 1, 配合: 0.5 }),
    onlyCooperatingFactor: z.number().min(1).max(10).default(1),
    rankedFrom: count().default(1),
    rankWithin: z.enum(['category', 'all']).default('category'),
    groups: z.array(groupSchema()).min(1),
  });

const fontSchema = () => z.strictObject({ file: text(), face: text().nullable().default(null), docxName: text() });

/** A kind of paper without a code of its own is numbered in the series of the letters, the special report in that of the 通报. */
const seriesSchema = () =>
  z
    .strictObject({
      ...(Object.fromEntries(numberedKinds.map((kind) => [kind, text().optional()])) as Record<
        NumberedKind,
        z.ZodOptional<ReturnType<typeof text>>
      >),
      letter: text(),
    })
    .transform((codes) => {
      const shared = (kind: NumberedKind): string => (kind === 'special-report' ? codes.report : null) ?? codes.letter;
      const whole = numberedKinds.map((kind) => [kind, codes[kind] ?? shared(kind)]);
      return Object.fromEntries(whole) as Readonly<Record<NumberedKind, string>>;
    });

const makeOffice = () => z.strictObject({ ...issuingPart(), ...judgingPart(), ...showingPart() });

const issuingPart = () => ({
  name: text(),
  mark: text(),
  printedBy: text(),
  isSealed: z.boolean(),
  copiedTo: z.array(text()),
  contact: z.strictObject({ name: text(), phone: text() }),
  ownUnits: z.array(text()),
  selfRanking: z.enum(['apart', 'none', 'with-others']),
  series: seriesSchema(),
  filingDays: z.strictObject({ 1: monthAndDay(), 2: monthAndDay(), 3: monthAndDay(), 4: monthAndDay() }),
  closing: z.enum(['quarter-end', 'filing-day']).default('quarter-end'),
  replyDays: count().min(1).max(365),
  letterStanding: z.enum(['none', 'score', 'rank']).default('none'),
  returns: z
    .strictObject({ fractions: z.enum(['refuse', 'as-share']).default('refuse'), hollowBelow: count().default(10) })
    .default({ fractions: 'refuse', hollowBelow: 10 }),
});

const judgingPart = () => ({
  lights: z.strictObject({
    yellowFrom: percent(),
    redAbove: percent(),
    warnDays: count().default(0),
    graceDays: count().default(0),
    claims: z.strictObject({ 未启动: light(), 正常推进: light(), 滞后: light(), 逾期: light(), 办结: light() }),
  }),
  scoring: scoringSchema(),
  accountability: z.strictObject({
    missing: count().min(1),
    redTwice: count().min(1),
    overdue: count().min(1),
    findingPoints: z.number().positive().max(bounds.points),
    scoreBelow: amount(),
  }),
  followUp: z
    .strictObject({ revisit: z.boolean().default(false), interviewFrom: count().default(0) })
    .default({ revisit: false, interviewFrom: 0 }),
});

const showingPart = () => ({
  pageNotice: z.string().default(''),
  /** Of messages; src/cli/early.ts reads it, since a file that is wrong is told in it too. */
  language: z.enum(['zh', 'en']).optional(),
  formats: z.array(z.enum(['docx', 'pdf'])).min(1),
  fonts: z.strictObject({
    title: fontSchema(),
    heading: fontSchema(),
    body: fontSchema(),
    kai: fontSchema(),
    number: fontSchema(),
    fallback: fontSchema(),
  }),
  archive: z.strictObject({
    fondsCode: text(),
    fondsName: text(),
    categoryCode: text(),
    retention: z.enum(retentions),
    sectionCode: text(),
  }),
});

export type OfficeFile = z.infer<ReturnType<typeof makeOffice>>;
export type ScoringFile = z.infer<ReturnType<typeof scoringSchema>>;
