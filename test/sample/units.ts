/** inputs/units.csv as far as the sample needs it. */
import { readFileSync } from 'node:fs';

export type SampleUnit = {
  readonly code: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
};

let cached: readonly SampleUnit[] | null = null;

export function readUnits(): readonly SampleUnit[] {
  cached ??= read();
  return cached;
}

function read(): readonly SampleUnit[] {
  const lines = readFileSync(new URL('../../inputs/units.csv', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/u);
  return lines.slice(1).map((line) => {
    const [code = '', name = '', aliases = '', kind = ''] = line.split(',');
    return { code: Number(code), name, aliases: aliases.split('、'), kind };
  });
}
