/** The facts of the format that every paper of the office shares (office.yaml); each kind adds its own. */
import { yearOf, type CalendarDate } from '../trade/calendar.ts';
import type { Meta, PageFormat } from '../document/tree.ts';
import type { Office } from '../domain/office.ts';

type Shared = Omit<Meta, 'title'>;

/** A paper without head: assessment tables and internal papers. */
export function tableMeta(orientation: Meta['orientation'], asOf: CalendarDate): Shared {
  return { ...blank, format: 'table', orientation, asOf };
}

/** A draft that will be numbered in `series` when it is issued; a draft has neither number nor date. */
export function officialMeta(
  office: Office,
  draft: { format: PageFormat; series: string; asOf: CalendarDate },
): Shared {
  return {
    ...blank,
    format: draft.format,
    orientation: 'portrait',
    asOf: draft.asOf,
    issuerMark: office.mark,
    documentNumber: { issuerCode: draft.series, year: yearOf(draft.asOf), serial: null },
    issuers: [office.name],
    isSealed: office.isSealed,
    note: `联系人：${office.contact.name}，联系电话：${office.contact.phone}`,
  };
}

const blank = {
  issuerMark: '',
  documentNumber: null,
  bulletinNumber: null,
  recipients: [],
  issuers: [],
  issuedOn: null,
  isSealed: false,
  note: '',
  copiedTo: [],
  printedBy: '',
  copyNumber: '',
  classification: '',
  urgency: '',
  signatories: [],
} as const;
