/** How the register's papers are rendered, and by what: the writers of a run as the register knows them. */
import { sha256 } from '../disk/sha256.ts';
import type { Message } from '../message/message.ts';
import type { Render } from '../register/issue-context.ts';
import { programVersion } from '../workspace/program.ts';
import type { Format, Writers } from './plan.ts';

/** What makes the bytes, short: the release, and the hash of code, styles and faces. A paper can be reprinted as long as this is the same. */
export function writerName(writers: Writers, formats: readonly Format[]): string {
  const recipes = formats.map((format) => JSON.stringify(writers.recipe[format])).join('\n');
  return `duban ${programVersion()} ${sha256(new TextEncoder().encode(recipes)).slice(0, 16)}`;
}

export function rendererOf(writers: Writers, formats: readonly Format[]): Render {
  return async (document, _kind, endings) => {
    const messages: Message[] = [];
    const files = new Map<string, Uint8Array>();
    // A paper printed again has the formats it was issued in, whatever the office wants today.
    for (const format of endings === undefined ? formats : allFormats.filter((each) => endings.includes(each))) {
      // One after the other: the writers share parsed faces, and memory stays small.
      const written = await writers.write[format](document);
      messages.push(...written.messages);
      if (written.value !== null) files.set(format, written.value);
    }
    return { value: files, messages };
  };
}

const allFormats = ['docx', 'pdf'] as const satisfies readonly Format[];
