/** The program: arguments in, exit code out. Everything it does is in src/cli/ and src/run/prepare.ts. */
import { main } from './cli/main.ts';

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
