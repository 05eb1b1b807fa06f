// A real process that issues or reissues on a real disk, to be killed: node child.js ROOT issue|reissue (bundled, since Node 20 runs no TypeScript).
// The papers are small, so that most of its time goes into giving numbers and moving files.
import { diskAt } from '../../src/disk/disk.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { again } from '../register/again.ts';
import { context, draftsAfter, draftsBefore } from './papers.mjs';

/** Issues or reissues and answers with the numbers given and the codes of the messages. */
export async function run(root, command) {
  const disk = diskAt(root);
  process.send?.({ ready: true });
  const { value, messages } =
    command === 'issue'
      ? await issueDrafts({ ...context(disk, '2024-10-15'), drafts: draftsBefore })
      : await reissuePapers({ ...context(disk, '2024-11-20'), papers: again(disk, '2024Q3', draftsAfter) });
  return { numbers: value.map(({ number }) => number), codes: messages.map(({ code }) => code) };
}

// With a channel to its parent it is the process that is killed; otherwise it is imported by the test.
if (process.argv[1] === import.meta.filename) {
  const [, , root, command] = process.argv;
  process.send({ answer: await run(root, command) });
  process.disconnect();
}
