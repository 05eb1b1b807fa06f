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
import { sha256 } from '../disk/sha256.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import { kindsInOrder } from '../trade/paper-kinds.ts';
import { templateSources } from '../workspace/shipped.ts';
import { chartNames } from '../papers/chart-data.ts';
import { kinds } from '../papers/kinds.ts';

/** Put in by the bundler (src/bundle): the templates that come with the program have been checked. */
declare const soundTemplates: string | undefined;

export function readTemplates(disk: Disk): Result<Templates> {
  const sources = templateSources(disk);
  // What cannot be read as text would only give faults that are none.
  if (hasErrors(sources.messages)) return { value: compileTemplates([]).value, messages: sources.messages };
  let compiled: Result<Templates> | null = null;
  const compile = (): Result<Templates> => (compiled ??= compileTemplates(sources.value, chartNames));
  const key = keyOf(sources.value);
  const isSound = typeof soundTemplates !== 'undefined' && key === soundTemplates;
  const messages = isSound ? [] : remember('templates', key, () => faultsOf(compile()));
  return { value: lazily(sources.value, () => compile().value), messages };
}

/** What stands for the templates that come with the program whose package lies in `disk`, for the bundler. Throws when they have a fault. @internal */
export function soundTemplatesOf(disk: Disk): string {
  const sources = templateSources(disk);
  const faults = hasErrors(sources.messages) ? sources.messages : faultsOf(compileTemplates(sources.value, chartNames));
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return keyOf(sources.value);
}

function keyOf(sources: readonly TemplateSource[]): string {
  return sha256(JSON.stringify(sources));
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
