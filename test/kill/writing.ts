/** Every command that writes, each with the workspace it starts from: what the kill tests go through. */
import fs from 'node:fs';
import path from 'node:path';

/** `{ states }`: what was done in a workspace before, each step on top of the one named `from`. */
export type State = {
  readonly from: string | null;
  readonly commands: readonly (readonly string[])[];
  /** What somebody did by hand. */
  readonly byHand?: (root: string) => void;
};

export type Writing = {
  readonly args: readonly string[];
  readonly state: string;
  /** What a second run answers when the first had done its work before it was killed; null: it does it again, which changes nothing. */
  readonly done: string | null;
  /** 1 where the data is wrong and the work is to say so. */
  readonly exitCode?: 0 | 1;
};

const letter = 'X县督〔2025〕2号';

function issue(...more: readonly string[]): readonly string[] {
  return ['issue', '2025Q2', '--date', '2025-07-15', ...more];
}

function build(...more: readonly string[]): readonly string[] {
  return ['build', '2025Q2', ...more];
}

function reassign(task: string): readonly string[] {
  const units = ['--from', '县发改委', '--to', '县税务局'];
  return ['reassign', '--task', task, ...units, '--effective', '2025-07-01', '--basis', '文一'];
}

function task(act: string, no: string, ...more: readonly string[]): readonly string[] {
  return ['task', act, '--task', no, '--effective', '2025-07-01', '--basis', '文二', ...more];
}

function correct(percent: string): readonly string[] {
  const what = ['--unit', '县发改委', '--task', '7', '--percent', percent];
  return ['correct', '2025Q2', ...what, '--basis', '更正', '--date', '2025-07-16'];
}

function withdraw(...more: readonly string[]): readonly string[] {
  return ['withdraw', letter, '--reason', '日期有误', '--date', '2025-07-18', ...more];
}

const archive = ['archive', '2025Q2', '--date', '2025-07-31'];

export const states: Readonly<Record<string, State>> = {
  nothing: { from: null, commands: [], byHand: emptied },
  fresh: { from: null, commands: [] },
  unlisted: { from: 'fresh', commands: [], byHand: (root) => cut(root, 'inputs/units.csv', /^(?:20[23]|901),.*\n/gmu) },
  wrong: { from: 'fresh', commands: [], byHand: (root) => cut(root, 'inputs/2025Q2/returns/县发改委.csv', /滞后/gu) },
  'in parts': { from: 'fresh', commands: [build('--shard', '1/2'), build('--shard', '2/2')] },
  built: { from: 'fresh', commands: [build()] },
  changed: { from: 'built', commands: [], byHand: (root) => cut(root, 'inputs/office.yaml', /示例/gu) },
  'in part': { from: 'built', commands: [issue('--only', 'letters/1*')] },
  issued: { from: 'built', commands: [issue()] },
  moved: { from: 'issued', commands: [reassign('7')] },
  'to reissue': { from: 'moved', commands: [build('--for', '2025-07-20')] },
  'to correct': { from: 'issued', commands: [correct('60'), build('--for', '2025-07-20')] },
  dropped: { from: 'fresh', commands: [task('drop', '8')] },
  reissued: { from: 'to reissue', commands: [archive.with(3, '2025-07-16'), reissue()] },
};

function reissue(): readonly string[] {
  return ['reissue', '2025Q2', '--date', '2025-07-20'];
}

export const writing: Readonly<Record<string, Writing>> = {
  init: { args: ['init', '.'], state: 'nothing', done: 'workspace-exists' },
  parse: { args: ['parse'], state: 'fresh', done: null },
  roster: { args: ['roster'], state: 'unlisted', done: null },
  forms: { args: ['forms', '2025Q2'], state: 'fresh', done: null },
  check: { args: ['check', '2025Q2'], state: 'fresh', done: null },
  'check with correction sheets': { args: ['check', '2025Q2'], state: 'wrong', done: null, exitCode: 1 },
  build: { args: build(), state: 'fresh', done: null },
  'build of what changed': { args: build(), state: 'changed', done: null },
  'build of what must be issued again': { args: build('--for', '2025-07-20'), state: 'moved', done: null },
  'build of a part': { args: build('--shard', '1/2'), state: 'fresh', done: null },
  merge: { args: ['merge', '2025Q2'], state: 'in parts', done: null },
  issue: { args: issue(), state: 'built', done: 'already-issued' },
  'issue of a part': { args: issue('--only', 'letters/1*'), state: 'built', done: 'already-issued' },
  'issue of the rest': { args: issue(), state: 'in part', done: 'already-issued' },
  reissue: { args: reissue(), state: 'to reissue', done: null },
  'reissue of a correction': { args: reissue(), state: 'to correct', done: null },
  close: { args: ['close', '2025Q2', '--date', '2025-07-10'], state: 'built', done: 'close-again-reason' },
  correct: { args: correct('60'), state: 'issued', done: 'correction-changes-nothing' },
  withdraw: { args: withdraw(), state: 'issued', done: 'withdrawn-already' },
  'withdraw of what was sent': { args: withdraw('--sent'), state: 'issued', done: 'withdrawn-already' },
  reassign: { args: reassign('7'), state: 'fresh', done: 'reassignment-known' },
  extend: {
    args: [
      'extend',
      '--task',
      '7',
      '--until',
      '2026-03-31',
      '--asked',
      '2025-06-01',
      '--granted',
      '2025-06-05',
      '--basis',
      '文三',
    ],
    state: 'fresh',
    done: 'act-known',
  },
  'task add': {
    args: task('add', '9', '--text', '新任务。', '--lead', '县发改委', '--section', '三、强化要素保障'),
    state: 'fresh',
    done: 'task-id-taken',
  },
  'task drop': { args: task('drop', '8'), state: 'fresh', done: 'task-dropped-twice' },
  'task reword': { args: task('reword', '8', '--text', '另一说法。'), state: 'fresh', done: 'act-known' },
  'task restore': { args: [...task('restore', '8')].with(5, '2025-08-01'), state: 'dropped', done: 'task-not-dropped' },
  'templates --take': { args: ['templates', '--take', 'letter'], state: 'fresh', done: 'template-taken' },
  archive: { args: archive, state: 'issued', done: null },
  'archive of what was issued since': { args: archive, state: 'reissued', done: null },
};

/** Commands that look at things: they change nothing on the disk. */
export const looking: Readonly<Record<string, readonly string[]>> = {
  verify: ['verify', 'out/issued'],
  seal: ['seal', '--date', '2025-07-31'],
  reprint: ['reprint', letter],
  status: ['status', '2025Q2'],
  next: ['next', '2025Q2'],
  due: ['due', '--on', '2025-07-20'],
  templates: ['templates'],
  help: ['help'],
  trace: ['trace', 'out/2025Q2/report.docx', '县发改委'],
  'issue --dry-run': issue('--dry-run'),
};

function cut(root: string, file: string, what: RegExp): void {
  const full = path.join(root, file);
  fs.writeFileSync(full, fs.readFileSync(full, 'utf8').replaceAll(what, ''));
}

function emptied(root: string): void {
  for (const each of fs.readdirSync(root)) fs.rmSync(path.join(root, each), { recursive: true });
}
