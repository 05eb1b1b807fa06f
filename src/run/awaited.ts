/** What the office waits for after its papers are out: signatures and answers, by the register and by receipts.csv. */
import type { Disk } from '../disk/disk.ts';
import type { Roster } from '../domain/roster.ts';
import type { Message, Result } from '../message/message.ts';
import { askedDays, type AskedDay } from '../register/asked-days.ts';
import type { Addressee } from '../register/act.ts';
import type { Register } from '../register/entry.ts';
import type { Quarter } from '../trade/calendar.ts';
import { readReceipts } from '../workspace/receipts.ts';

export type Awaited = {
  /** Valid papers to one unit that it did not sign for. */
  readonly unsigned: readonly { readonly number: string; readonly addressee: Addressee }[];
  /** Asks that no answer came for; those of papers to all always. */
  readonly unanswered: readonly AskedDay[];
};

/** Of one quarter, or of all that papers were issued for. */
export function awaitedOf(
  disk: Disk,
  {
    register,
    roster,
    quarter,
  }: { readonly register: Register; readonly roster: Roster; readonly quarter: Quarter | null },
): Result<Awaited> {
  const isMeant = (of: Quarter): boolean => quarter === null || of === quarter;
  const papers = register.entries.filter((entry) => entry.state === 'valid' && isMeant(entry.quarter));
  const quarters = new Set(register.entries.filter((entry) => isMeant(entry.quarter)).map((entry) => entry.quarter));
  const messages: Message[] = [];
  const receipts = [...quarters].flatMap((each) => {
    const read = readReceipts(disk, { quarter: each, register, roster });
    messages.push(...read.messages);
    return read.value;
  });
  const signed = new Set(receipts.map(({ number }) => number));
  const unsigned = papers.flatMap(({ number, addressee }) =>
    addressee === null || signed.has(number) ? [] : [{ number, addressee }],
  );
  const numbers = new Set(papers.map(({ number }) => number));
  const replied = new Set(receipts.flatMap(({ number, repliedOn }) => (repliedOn === null ? [] : [number])));
  // A handover is no answer: nobody sends one back, its day just passes.
  const unanswered = askedDays(register).filter(
    ({ number, addressee, kind }) =>
      numbers.has(number) && (addressee === null || kind === 'handover' || !replied.has(number)),
  );
  return { value: { unsigned, unanswered }, messages };
}
