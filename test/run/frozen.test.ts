/** A closed quarter against a program that judges otherwise: the frozen figures are used, and it is said. */
import { expect, test } from 'vitest';
import { printFrozen, readFrozen } from '../../src/domain/frozen-quarter.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { closeQuarter } from '../../src/register/revise-quarter.ts';
import { frozenFigures } from '../../src/register/frozen-quarter.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import { quarterOfYear } from '../../src/trade/calendar.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { copyOfDistrict } from './workspace.ts';

const quarter = quarterOfYear(2025, 1);

test('figures that today’s rules would not give stay as they were frozen, with a warning', async () => {
  const disk = diskAt(copyOfDistrict('frozen-otherwise'));
  const live = standingOf(disk, quarter, ownDays).value;
  if (live === null) throw new Error('the district has errors');
  const bytes = printFrozen(live.parts, live);
  expect(readFrozen(bytes)).toMatchObject({ isRecomputed: true, scorecards: live.scorecards });

  // As an earlier release with another rule would have frozen it.
  const { figures, ...rest } = JSON.parse(new TextDecoder().decode(bytes)) as {
    figures: { entries: { task: string; unit: string; light: string }[]; scorecards: unknown };
  };
  const [first, ...others] = figures.entries;
  if (first === undefined) throw new Error('nothing is judged');
  const light = first.light === 'red' ? 'green' : 'red';
  const otherwise = { ...rest, figures: { ...figures, entries: [{ ...first, light }, ...others] } };
  const frozen = new TextEncoder().encode(JSON.stringify(otherwise));
  const day = live.ledger.asOf;
  await closeQuarter({ disk, quarter, date: day, ledgerDay: day, frozen, reason: '', isThatDay: false });

  const { value: register } = readRegister(disk);
  const { value, messages } = frozenFigures(disk, register, { quarter, revision: null });
  expect(messages.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning frozen-recomputed-otherwise']);
  const judged = value?.ledger.entries.find(({ task, unit }) => task.id === first.task && unit.code === first.unit);
  expect(judged?.light).toBe(light);
  const standing = standingOf(disk, quarter, ownDays);
  expect(standing.messages.map(({ code }) => code)).toContain('frozen-recomputed-otherwise');
  expect(standing.value?.ledger.entries.map((entry) => entry.light)).toEqual(
    value?.ledger.entries.map((entry) => entry.light),
  );
});
