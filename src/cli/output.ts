/** Output that cannot be written. A reader that has seen enough (`duban … | head`) is no failure; a full device is: exit code 2. */
import type { Language } from '../message/wording/language.ts';
import { commandWords } from '../message/wording/commands.ts';
import { reasonOf } from '../message/wording/system.ts';

export function watchOutput(language: Language): void {
  process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    process.stderr.write(`${commandWords[language].noOutput(reasonOf(code, language))}\n`);
    process.exit(2);
  });
  // Nobody is left to be told.
  process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exit(2);
  });
}
