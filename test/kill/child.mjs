// A real process that issues or reissues on a real disk, to be killed: node child.mjs DIST ROOT issue|reissue.
// The papers are small, so that most of its time goes into giving numbers and moving files.
import { join } from 'node:path';
import { context, draftsAfter, draftsBefore, word } from './papers.mjs';

/** Issues or reissues with the compiled program; answers with the numbers given and the codes of the messages. */
export async function run(dist, root, command) {
  const { diskAt } = await import(join(dist, 'disk.js'));
  const { issueDrafts } = await import(join(dist, 'register/issue.js'));
  const { reissueDrafts } = await import(join(dist, 'register/reissue.js'));
  const disk = diskAt(root);
  process.send?.({ ready: true });
  const { value, messages } =
    command === 'issue'
      ? await issueDrafts({ ...context(disk, '2024-10-15'), drafts: draftsBefore, ignoreEdits: false })
      : await reissueDrafts({ ...context(disk, '2024-11-20'), drafts: draftsAfter, ignoreEdits: false, word });
  return { numbers: value.map(({ number }) => number), codes: messages.map(({ code }) => code) };
}

// With a channel to its parent it is the process that is killed; otherwise it is imported by the test.
if (process.argv[1] === import.meta.filename) {
  const [, , dist, root, command] = process.argv;
  process.send({ answer: await run(dist, root, command) });
  process.disconnect();
}
