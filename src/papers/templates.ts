/** The templates of the workspace, each checked against the shape of its view before any paper is made. */
import type { Disk } from '../disk/disk.ts';
import type { Shape } from '../document/shape.ts';
import { checkTemplate, compileTemplates, type Templates } from '../document/template.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { templateSources } from '../workspace/shipped.ts';
import { candidatesShape } from './candidates.ts';
import { chartNames } from './chart-data.ts';
import { ledgerShape } from './ledger-table.ts';
import { letterShape } from './letter.ts';
import { noticeShape } from './notice.ts';
import { reminderShape } from './reminder.ts';
import { reportShape } from './report.ts';
import { scorecardShape } from './scorecard.ts';
import { summaryShape } from './summary.ts';
import { extractShape } from './yearly-extract.ts';
import { specialReportShape } from './yearly-report.ts';
import { rollCallShape } from './yearly-roll-call.ts';

/** Every kind of paper, by the name of its template. */
export const shapes: Readonly<Record<string, Shape>> = {
  letter: letterShape,
  reminder: reminderShape,
  report: reportShape,
  scorecard: scorecardShape,
  notice: noticeShape,
  summary: summaryShape,
  ledger: ledgerShape,
  candidates: candidatesShape,
  extract: extractShape,
  'special-report': specialReportShape,
  'roll-call': rollCallShape,
};

export function readTemplates(disk: Disk): Result<Templates> {
  const sources = templateSources(disk);
  // What cannot be read as text would only give faults that are none.
  if (hasErrors(sources.messages)) return { value: compileTemplates([]).value, messages: sources.messages };
  const templates = compileTemplates(sources.value, chartNames);
  const faults = Object.entries(shapes).flatMap(([name, shape]) => checkTemplate(templates.value, name, shape));
  return { value: templates.value, messages: [...templates.messages, ...faults] };
}
