#!/usr/bin/env node
/** The program: arguments in, exit code out. Everything it does is in src/cli/ and src/run/prepare.ts. */
import v8 from 'node:v8';
import { main } from './cli/main.ts';

// V8 optimises a function in another thread once it has run for a while. A command ends before most of that pays: from nothing to 90 papers
// a quarter of the processor's time went there. Of bytes of code executed; the threads of papers have the same setting.
v8.setFlagsFromString('--interrupt-budget=600000');

process.exitCode = await main(process.argv.slice(2));
