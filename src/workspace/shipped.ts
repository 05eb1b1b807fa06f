/** What comes with the program: templates and faces. */
import { mapped, together } from '../message/result.ts';
import { diskAt, type Disk } from '../disk/disk.ts';
import type { TemplateSource } from '../document/template.ts';
import type { Result } from '../message/message.ts';
import { decodeText } from '../table/decode.ts';
import { programFolder } from './program.ts';

const shipped = diskAt(programFolder);

/** A shipped file, or an error of the installation: without it nothing can be made. */
export function readShipped(file: string): Uint8Array {
  const bytes = shipped.read(file);
  if (bytes === null) throw new Error(`the installation is incomplete: ${file} is missing`);
  return bytes;
}

export function listShipped(folder: string): readonly string[] {
  return shipped.list(folder);
}

/** The workspace's templates; for each that it does not have, the shipped one. An editor may have saved one as GBK. */
export function templateSources(disk: Disk): Result<readonly TemplateSource[]> {
  const isTemplate = (file: string): boolean => file.endsWith('.hbs');
  const names = new Set([
    ...disk.list('templates').filter(isTemplate),
    ...shipped.list('templates').filter(isTemplate),
  ]);
  return together(
    [...names].toSorted().map((file) => {
      return mapped(decodeText(disk.read(file) ?? readShipped(file), file), ({ text }) => ({ file, text }));
    }),
  );
}
