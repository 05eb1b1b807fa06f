/** What `archive` is asked to do, and what it answers. */
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Document } from '../document/tree.ts';
import type { Office } from '../domain/office.ts';
import type { Result } from '../message/message.ts';

export type ArchiveRequest = {
  readonly disk: Disk;
  readonly quarter: Quarter;
  /** 归档日期. */
  readonly date: CalendarDate;
  /** Only to say what would be made. */
  readonly isDry: boolean;
  readonly office: Pick<Office, 'name' | 'contact' | 'archive'>;
  /** 佐证材料, as frozen with the quarter; [] while it is open. */
  readonly attachments: readonly Attachment[];
  /** What makes the bag, in words: `duban 0.1.0`. */
  readonly agent: string;
  /** The PDF of a paper that was issued without one: long-term keeping needs it. */
  readonly renderPdf: (document: Document) => Promise<Result<Uint8Array | null>>;
};

export type Archived = {
  /** The bag of today's content: made now, or made before and still true. Null with an error. */
  readonly folder: string | null;
  readonly isNew: boolean;
  readonly papers: number;
  /** Name of the bag that this one replaces; null = none. */
  readonly previous: string | null;
};
