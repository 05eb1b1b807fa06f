/** Makes a thing once a test run, whichever file asks first: the others, in other processes, wait for it. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/** The folder that `make` filled. When it fails, every file that asks is told why. */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(inject('runFolder'), name);
  const outcome = `${folder}.outcome`;
  if (isMine(folder)) {
    const failure = await make(folder).then(() => '', String);
    fs.writeFileSync(`${outcome}.part`, failure);
    // In one step: nobody reads half a reason.
    fs.renameSync(`${outcome}.part`, outcome);
  }
  while (!fs.existsSync(outcome)) await wait(100);
  const failure = fs.readFileSync(outcome, 'utf8');
  if (failure !== '') throw new Error(`${name}: ${failure}`);
  return folder;
}

/** Making a folder is the one step that only one process can do. */
function isMine(folder: string): boolean {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
