/** The templates that come with the program, compiled: they stand in the bundle in the place of src/document/shipped-programs.ts. */
import type { Plugin } from 'rolldown';
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { precompiled } from '../document/compile-templates.ts';
import { templateSources } from '../workspace/shipped.ts';

export function shippedProgramsFile(disk: Disk): Plugin {
  return {
    name: 'shipped-programs',
    load(id) {
      if (!/[/\\]src[/\\]document[/\\]shipped-programs\.ts$/u.test(id)) return null;
      const programs = templateSources(disk).value.map(
        (source) => `${JSON.stringify(sha256(source.text))}: ${precompiled(source)},`,
      );
      return { code: `export const shippedPrograms = {\n${programs.join('\n')}\n};`, moduleType: 'js' };
    },
  };
}
