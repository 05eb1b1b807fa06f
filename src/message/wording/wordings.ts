/** All words of all messages: one table an area, each code worded in Chinese and English (DESIGN.md §4 `--lang`). */
import { actWordings } from './acts.ts';
import { archiveWordings } from './archive.ts';
import { breakdownWordings } from './breakdown.ts';
import { buildWordings } from './build.ts';
import { correspondenceWordings } from './correspondence.ts';
import { datedWordings } from './dated.ts';
import { documentWordings } from './document.ts';
import { docxWordings } from './docx.ts';
import { editedWordings } from './edited.ts';
import { issueDateWordings } from './issue-dates.ts';
import { incomingWordings } from './incoming.ts';
import { issueWordings } from './issue.ts';
import { ledgerWordings } from './ledger.ts';
import { officeWordings } from './office.ts';
import { pdfWordings } from './pdf.ts';
import { quarterWordings } from './quarter.ts';
import { registerWordings } from './register.ts';
import { returnsWordings } from './returns.ts';
import { sourceWordings } from './source.ts';
import { tableWordings } from './table.ts';
import { templateWordings } from './templates.ts';
import { workbookWordings } from './workbook.ts';
import { workspaceWordings } from './workspace.ts';
import { yearlyWordings } from './yearly.ts';

export const wordings = {
  ...workspaceWordings,
  ...breakdownWordings,
  ...sourceWordings,
  ...tableWordings,
  ...templateWordings,
  ...workbookWordings,
  ...returnsWordings,
  ...incomingWordings,
  ...ledgerWordings,
  ...documentWordings,
  ...docxWordings,
  ...pdfWordings,
  ...buildWordings,
  ...officeWordings,
  ...registerWordings,
  ...issueWordings,
  ...issueDateWordings,
  ...editedWordings,
  ...actWordings,
  ...quarterWordings,
  ...datedWordings,
  ...correspondenceWordings,
  ...archiveWordings,
  ...yearlyWordings,
};
