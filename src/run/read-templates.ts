/** The templates of the workspace, each checked against the shape of its view before any paper is made. */
import type { Disk } from '../disk/disk.ts';
import {
  checkTemplate,
  compileTemplates,
  templateIdentities,
  type Templates,
  type TemplateSource,
} from '../document/template.ts';
import { remember } from '../disk/memory.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import { kindsInOrder } from '../trade/paper-kinds.ts';
import { templateSources } from '../workspace/shipped.ts';
import { chartNames } from '../papers/chart-data.ts';
import { kinds } from '../papers/kinds.ts';

export function readTemplates(disk: Disk): Result<Templates> {
  const sources = templateSources(disk);
  // What cannot be read as text would only give faults that are none.
  if (hasErrors(sources.messages)) return { value: compileTemplates([]).value, messages: sources.messages };
  let compiled: Result<Templates> | null = null;
  const compile = (): Result<Templates> => (compiled ??= compileTemplates(sources.value, chartNames));
  const messages = remember('templates', JSON.stringify(sources.value), () => faultsOf(compile()));
  return { value: lazily(sources.value, () => compile().value), messages };
}

function faultsOf({ value, messages }: Result<Templates>): readonly Message[] {
  return [...messages, ...kindsInOrder.flatMap((kind) => checkTemplate(value, kind, kinds[kind].shape))];
}

/** Compiled when the first paper is worded: all of them may be remembered. */
function lazily(sources: readonly TemplateSource[], compiled: () => Templates): Templates {
  return {
    identityOf: templateIdentities(sources),
    get partials() {
      return compiled().partials;
    },
    get broken() {
      return compiled().broken;
    },
    get programs() {
      return compiled().programs;
    },
  };
}
