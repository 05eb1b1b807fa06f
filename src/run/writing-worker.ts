/** A second pair of hands for the writers, in a thread of its own: started by `hands.ts`, given the setup, then Documents, giving their bytes. */
import { parentPort } from 'node:worker_threads';
import { diskAt } from '../disk/disk.ts';
import { readFaces } from '../workspace/faces.ts';
import type { HandAnswer, HandSetup, HandTask } from './hands.ts';
import { createWriters } from './writers.ts';

type Made = ReturnType<typeof createWriters>;

parentPort?.once('message', (setup: HandSetup) => {
  const writers = writersOf(setup);
  parentPort?.on(
    'message',
    (task: HandTask) => void answer(writers, task).then((said) => parentPort?.postMessage(said)),
  );
});

function writersOf({ root, fonts }: HandSetup): Made {
  const disk = diskAt(root);
  return createWriters(disk, { fonts }, readFaces(disk, { fonts }).value);
}

async function answer(writers: Made, { id, format, document }: HandTask): Promise<HandAnswer> {
  try {
    const { value } = await writers;
    if (value === null) throw new Error('the faces changed while the papers were made');
    return { id, ...(await value.write[format](document)) };
  } catch (fault) {
    return { id, fault };
  }
}
