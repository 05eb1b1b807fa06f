/** The claims of another task in the place of 同上 and 同第3项, in running text and where a table names a number. */
import { info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { halfWidthDigits, parseNumeral } from '../trade/numerals.ts';
import type { Claim } from './claim.ts';
import { ownsUnits } from './content.ts';
import { dittoOf } from './ditto.ts';
import { fieldOf, isUnitField } from './label.ts';
import type { Read } from './outline.ts';

const repeated: ReadonlySet<Claim['field']> = new Set(['leads', 'cooperators', 'responsible', 'deadline', 'leaders']);

/** The reads with the units of another task in the place of each 同上 and 同第3项. */
export function withClaimsMeant(reads: readonly Read[], file: string): Result<readonly Read[]> {
  const messages: Message[] = [];
  const done: Read[] = [];
  let previous: Read | null = null;
  for (const read of reads) {
    const claims = read.content.claims.flatMap((claim): readonly Claim[] => {
      const ditto = repeated.has(claim.field) ? dittoOf(claim.value) : null;
      if (ditto === null) return [claim];
      const place: Place = { file, row: claim.spot.line, column: claim.spot.column };
      const source = ditto.no === null ? previous : withNumber(done, ditto.no);
      const meant = source === null ? [] : claimsMeant(claim, source);
      const words = `${claim.words}${claim.value.trim()}`;
      if (meant.length === 0) {
        messages.push(warning(place, 'ditto-unread', { words }));
        return ditto.others === '' ? [] : [{ ...claim, value: ditto.others }];
      }
      messages.push(info(place, 'ditto-read', { words, value: meant.map(({ value }) => value).join('；') }));
      const others = ditto.others === '' ? [] : [{ ...claim, value: ditto.others }];
      return [...meant.map((each) => ({ ...each, spot: claim.spot, isInline: false })), ...others];
    });
    const whole = { ...read, content: { ...read.content, claims } };
    done.push(whole);
    if (ownsUnits(whole.content)) previous = whole;
  }
  return { value: done, messages };
}

/** The same role of the other task; all its roles where the words name none (`（同上）`), several, or 责任单位 where nobody is called so. */
function claimsMeant({ field, words }: Claim, { content }: Read): readonly Claim[] {
  const hasRole = content.claims.some((each) => each.field === field);
  const isAll =
    isUnitField(field) && (words === '' || fieldOf(words) === 'division' || (field === 'responsible' && !hasRole));
  return content.claims.filter((each) => (isAll ? isUnitField(each.field) : each.field === field) && each.value !== '');
}

/** The nearest task before that has the number. */
function withNumber(reads: readonly Read[], no: string): Read | null {
  const meant = valueOf(no);
  return reads.findLast(({ item }) => item.mark !== null && item.mark.value === meant) ?? null;
}

function valueOf(no: string): number | null {
  const plain = halfWidthDigits(no).replaceAll(/[第（()）]/gu, '');
  return /^\d+$/u.test(plain) ? Number(plain) : parseNumeral(plain);
}
