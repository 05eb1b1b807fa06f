/** The papers of a quarter as its page links them. */
import { unitCodeIn } from '../trade/paper-path.ts';
import type { Format, QuarterPapers } from './plan.ts';
import type { PagePaper } from '../papers/page.ts';

/** One link a file, in the order of the papers; ledger.csv stands with the tables. */
export function pagePapers(
  { drafts, tables }: Pick<QuarterPapers, 'drafts' | 'tables'>,
  formats: readonly Format[],
): readonly PagePaper[] {
  const several = formats.length > 1;
  return [
    ...drafts.flatMap(({ path, kind, addressee, document }) =>
      formats.map((format) => ({
        path: `${path}.${format}`,
        kind,
        title: `${addressee?.name ?? document.meta.title}${several ? `（${format}）` : ''}`,
        unit: addressee?.code ?? null,
      })),
    ),
    ...tables.map(({ path, kind, document }) => ({
      path: `${path}.pdf`,
      kind,
      title: document.meta.title,
      unit: unitCodeIn(path),
    })),
    { path: 'ledger.csv', kind: 'data', title: '工作台账数据（ledger.csv）', unit: null },
  ];
}
