/**
 * 封存: the head of the chain on paper. Whoever holds the signed count and hash can prove later, whatever was added since, that no line
 * up to there was changed or cut: who rewrites the chain cannot rewrite the paper.
 */
import { formatIssueDate } from '../document/official-text.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Register } from './entry.ts';
import { registerFile } from './entry.ts';

export type Seal = { readonly count: number; readonly hash: string };

/** The lines of the half page to sign. Null, with an error, before there is anything to seal. */
export function sealText(register: Register, date: CalendarDate): Result<readonly string[] | null> {
  const { count, hash, lastDate } = register.head;
  if (lastDate === null) return { value: null, messages: [error(fileOnly(registerFile), 'nothing-to-seal')] };
  const value = [
    '发文登记簿封存单',
    `封存日期：${formatIssueDate(date)}`,
    `登记行数：${count}`,
    `末行日期：${formatIssueDate(lastDate)}`,
    `校验码：${inGroups(hash)}`,
  ];
  return { value, messages: [] };
}

/** For the eye that compares: groups of eight. */
function inGroups(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/gu, '$1 ');
}

/** As it is typed from the paper: groups, capitals and full-width characters do not matter. Null: no 64 hexadecimal digits. */
export function readSealHash(written: string): string | null {
  const hash = written.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  return /^[0-9a-f]{64}$/u.test(hash) ? hash : null;
}

/** [] when the line that the seal names still has the hash it had; lines added since do not matter. */
export function verifySeal({ lines }: Register, { count, hash }: Seal): readonly Message[] {
  const sealed = lines[count - 1];
  if (sealed === undefined) return [error(fileOnly(registerFile), 'seal-cut', { count, found: lines.length })];
  return sealed.chain === hash ? [] : [error(sealed.place, 'seal-differs', { count })];
}
