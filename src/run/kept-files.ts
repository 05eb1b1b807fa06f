/** Drafts whose paper is out: they stay in out/Q as they were signed, and are not made again from changed inputs. */
import { paperRow, numberedKinds } from '../trade/paper-kinds.ts';
import { paperPath } from '../trade/paper-path.ts';
import type { Standing } from './standing.ts';

/** By the path of a file in out/Q. Reminders are sent again and again, each time of their own day. */
export function keptFiles({ register, quarter }: Standing): (path: string) => boolean {
  const kinds = numberedKinds.filter((kind) => paperRow(kind).issued === 'quarter');
  const out = register.entries.filter(
    (entry) =>
      entry.quarter === quarter && kinds.includes(entry.kind) && entry.state !== 'void' && entry.state !== 'recalled',
  );
  const paths = new Set(out.map(({ kind, addressee }) => paperPath(kind, addressee)));
  return (path) => paths.has(path.replace(/\.[^./]*$/u, ''));
}
