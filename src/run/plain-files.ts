/** Files of the quarter that are no papers: ledger.csv, and the page with its links to every paper. */
import type { MadePaper } from '../papers/made.ts';
import { ledgerColumns, ledgerRows } from '../papers/ledger-csv.ts';
import { pageView, type PagePaper } from '../papers/page.ts';
import type { Quarterly } from '../papers/period.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { PageView } from '../document/page-view.ts';
import { paperRow } from '../trade/paper-kinds.ts';
import { writePage } from '../write/page/page.ts';
import type { Charts } from './charts.ts';
import type { Format, PlainFile } from './plan.ts';

export function plainFiles(quarterly: Quarterly, papers: readonly MadePaper[], charts: Charts): readonly PlainFile[] {
  const { ledger } = quarterly;
  return [
    { path: 'ledger.csv', kind: 'data', bytes: () => writeCsv(ledgerColumns, ledgerRows(ledger.entries)) },
    { path: 'index.html', kind: 'page', bytes: () => writePage(pageOf(quarterly, papers, charts)) },
  ];
}

function pageOf(quarterly: Quarterly, papers: readonly MadePaper[], charts: Charts): PageView {
  const figures = Object.entries(charts.figures).map(([name, figure]) => ({
    ...figure,
    slimSvg: charts.slim[name]?.() ?? figure.svg,
  }));
  const { formats, pageNotice: notice } = quarterly.office;
  return pageView({ ...quarterly, figures, papers: pagePapers(papers, formats), notice });
}

/** One link a file, in the order of the papers; ledger.csv stands with the tables. */
function pagePapers(papers: readonly MadePaper[], formats: readonly Format[]): readonly PagePaper[] {
  const several = formats.length > 1;
  return [
    ...papers.flatMap(({ path, kind, addressee, title: of }) => {
      const isTable = paperRow(kind).formats === 'pdf';
      const name = isTable ? of : (addressee?.name ?? of);
      return (isTable ? (['pdf'] as const) : formats).map((format) => ({
        path: `${path}.${format}`,
        kind,
        title: `${name}${several && !isTable ? `（${format}）` : ''}`,
        unit: addressee?.code ?? null,
      }));
    }),
    { path: 'ledger.csv', kind: 'data', title: '工作台账数据（ledger.csv）', unit: null },
  ];
}
