/** A second pair of hands for the writers, in a thread of its own: started by `hands.ts`, given Documents, giving their bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { diskAt } from '../disk/disk.ts';
import { readFaces } from '../workspace/faces.ts';
import type { HandAnswer, HandSetup, HandTask } from './hands.ts';
import { createWriters } from './writers.ts';

// What hands.ts sends.
const { root, fonts } = workerData as HandSetup;
const disk = diskAt(root);
const writers = createWriters(disk, { fonts }, readFaces(disk, { fonts }).value);

parentPort?.on('message', (task: HandTask) => void answer(task).then((said) => parentPort?.postMessage(said)));

async function answer({ id, format, document }: HandTask): Promise<HandAnswer> {
  try {
    const { value } = await writers;
    if (value === null) throw new Error('the faces changed while the papers were made');
    return { id, ...(await value.write[format](document)) };
  } catch (fault) {
    return { id, fault };
  }
}
