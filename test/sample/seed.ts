/** The seed read the short way, for the sample only: task texts, and which named unit has which task. The product's own reader is src/breakdown. */
import { readFileSync } from 'node:fs';
import { readUnits } from './units.ts';
import type { Seat } from './reform.ts';

export type SeedTask = { readonly no: number; readonly text: string; readonly seats: readonly Seat[] };

const seedFile = new URL('../../seeds/惩防体系2020-2024年责任分解意见.txt', import.meta.url);

/** Seats of named units only: groups (各单位 …) and the open 等有关单位 file no returns. A unit named twice counts once, as lead. */
export function seedTasks(): readonly SeedTask[] {
  // Task 70 has its lead on its own line.
  const text = readFileSync(seedFile, 'utf8').replaceAll('。牵头单位', '。\n牵头单位');
  return text
    .split(/^(?=\d+\.)/mu)
    .slice(1)
    .map(readTask);
}

function readTask(block: string): SeedTask {
  const lines = block.split('\n');
  const no = Number.parseInt(block, 10);
  const leadAt = lines.findIndex((line) => line.startsWith('牵头单位'));
  const cooperatorLine = lines[leadAt + 1] ?? '';
  const leads = seatsIn(lines[leadAt] ?? '', no, '牵头');
  const cooperators = cooperatorLine.startsWith('配合单位') ? seatsIn(cooperatorLine, no, '配合') : [];
  const seats = [...leads, ...cooperators].filter(
    (seat, at, all) => all.findIndex(({ unit }) => unit === seat.unit) === at,
  );
  return {
    no,
    text: lines
      .slice(0, leadAt)
      .join('')
      .replace(/^\d+\./u, ''),
    seats,
  };
}

function seatsIn(line: string, task: number, role: Seat['role']): readonly Seat[] {
  const units = readUnits();
  return line
    .slice('牵头单位：'.length)
    .split('、')
    .map((name) => name.replaceAll(/[.。’‘\s]|等有关单位/gu, ''))
    .filter((name) => name !== '')
    .map((name) => units.find((unit) => unit.name === name || unit.aliases.includes(name)))
    .flatMap((unit) => (unit?.kind === '单位' ? [{ task, role, unit: unit.name }] : []));
}
