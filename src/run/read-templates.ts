/** The templates of the workspace, each checked against the shape of its view before any paper is made. */
import type { Disk } from '../disk/disk.ts';
import { checkTemplate, compileTemplates, type Templates } from '../document/template.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { kindsInOrder } from '../trade/paper-kinds.ts';
import { templateSources } from '../workspace/shipped.ts';
import { chartNames } from '../papers/chart-data.ts';
import { kinds } from '../papers/kinds.ts';

export function readTemplates(disk: Disk): Result<Templates> {
  const sources = templateSources(disk);
  // What cannot be read as text would only give faults that are none.
  if (hasErrors(sources.messages)) return { value: compileTemplates([]).value, messages: sources.messages };
  const templates = compileTemplates(sources.value, chartNames);
  const faults = kindsInOrder.flatMap((kind) => checkTemplate(templates.value, kind, kinds[kind].shape));
  return { value: templates.value, messages: [...templates.messages, ...faults] };
}
