/** Questions to a process that has loaded what answers them: asked.mjs, begun by global-setup.ts. */
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { inject } from 'vitest';

/** `who`: the name of the process, as global-setup.ts has it; it knows what it answers with. */
export async function ask<T>(who: string, question: Readonly<Record<string, unknown>>): Promise<T> {
  const socket = net.connect(path.join(inject('runFolder'), who));
  let answer = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
  socket.write(`${JSON.stringify(question)}\n`);
  await once(socket, 'close');
  if (answer === '') throw new Error(`${who} ended when it was asked ${JSON.stringify(question).slice(0, 400)}`);
  return JSON.parse(answer) as T;
}
