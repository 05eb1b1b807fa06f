#!/usr/bin/env node
/** The program: arguments in, exit code out. Everything it does is in src/cli/ and src/run/prepare.ts. */
import { main } from './cli/main.ts';

// A reader that has seen enough (`duban … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
