/** The order of files: the long ones first, so that no worker is alone with one at the end. A clean machine remembers no durations. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Ten seconds of a processor and more, the longest first. */
const long = [
  'kill/commands',
  'run/open-docx',
  'page/page.browser',
  'run/same-bytes',
  'run/odd-computers',
  'run/dated-papers',
  'run/pdf-validity',
  'kill/pairs',
  'forms/calc',
  'bundle/package',
  'bundle/zips',
  'run/work',
  'run/register-broken',
  'cli/next',
  'kill/kill',
  'trade/bounds',
  'run/sent-wrong',
  'run/evidence',
  'write/docx/as-edited',
  'papers/yearly-agree',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const name = path
    .relative(import.meta.dirname, moduleId)
    .replaceAll('\\', '/')
    .replace(/\.test\.ts$/u, '');
  const at = long.indexOf(name);
  return at === -1 ? long.length : at;
}
