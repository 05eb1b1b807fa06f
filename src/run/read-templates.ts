/** The templates of the workspace, each checked against the shape of its view before any paper is made. */
import type { Disk } from '../disk/disk.ts';
import { runnableTemplates, shippedRunner, type Templates, type TemplateSource } from '../document/template.ts';
import { remember } from '../disk/memory.ts';
import { sha256 } from '../disk/sha256.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import { failed, silent } from '../message/result.ts';
import { kindsInOrder } from '../trade/paper-kinds.ts';
import { templateSources } from '../workspace/shipped.ts';
import { chartNames } from '../papers/chart-data.ts';
import { kinds } from '../papers/kinds.ts';

/** Put in by the bundler (src/bundle): the templates that come with the program have been checked. */
declare const soundTemplates: string | undefined;

/** Null with an error in one of them. */
export async function readTemplates(disk: Disk): Promise<Result<Templates | null>> {
  const { value: sources, messages: unread } = templateSources(disk);
  // What cannot be read as text would only give faults that are none.
  if (hasErrors(unread)) return failed(unread);
  const key = keyOf(sources);
  if (typeof soundTemplates !== 'undefined' && key === soundTemplates) return silent(asShipped(sources));
  const compiler = await import('../document/compile-templates.ts');
  const messages = remember('templates', key, () => faultsOf(compiler, sources));
  if (hasErrors(messages)) return failed(messages);
  return { value: compiler.soundTemplates(sources), messages };
}

/** All of them are those that were compiled with the program. */
function asShipped(sources: readonly TemplateSource[]): Templates {
  const runnerOf = (source: TemplateSource) => {
    const runner = shippedRunner(source);
    if (runner === null) throw new Error(`the bundle lacks ${source.file}`);
    return runner;
  };
  return runnableTemplates(sources, runnerOf);
}

/** What stands for the templates that come with the program whose package lies in `disk`, for the bundler. Throws when they have a fault. @internal */
export async function soundTemplatesOf(disk: Disk): Promise<string> {
  const { value: sources, messages } = templateSources(disk);
  const faults = hasErrors(messages) ? messages : faultsOf(await import('../document/compile-templates.ts'), sources);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return keyOf(sources);
}

function keyOf(sources: readonly TemplateSource[]): string {
  return sha256(JSON.stringify(sources));
}

type Compiler = typeof import('../document/compile-templates.ts');

function faultsOf(
  { compileTemplates, checkTemplate }: Compiler,
  sources: readonly TemplateSource[],
): readonly Message[] {
  const { value, messages } = compileTemplates(sources, chartNames);
  return [...messages, ...kindsInOrder.flatMap((kind) => checkTemplate(value, kind, kinds[kind].shape))];
}
