/** The Open XML SDK's validator. It takes seconds to begin: all files of a run ask one process. */
import { ask } from '../run/ask.ts';

/** What Word 365 would not find as the standard has it. */
export function packageFaults(bytes: Uint8Array, kind: 'docx' | 'xlsx'): Promise<readonly unknown[]> {
  return ask('validator', { bytes: Buffer.from(bytes).toString('base64'), kind });
}
