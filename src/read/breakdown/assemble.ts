/** From read items to the Catalogue: title and period, headings with their levels, tasks with unique ids. */
import type { Catalogue, Heading, Task } from '../../domain/catalogue.ts';
import { error } from '../../message.ts';
import type { Message, Result } from '../../message.ts';
import type { Passage } from './heading.ts';
import { paragraphsOf, splitHeading } from './heading.ts';
import { rankOf } from './mark.ts';
import { rolesOf } from './role.ts';
import type { Read } from './role.ts';
import { readTask } from './task.ts';
import { periodOf, readTitle } from './title.ts';

type Source = { readonly path: string; readonly sha256: string };

type Open = { readonly rank: number; readonly text: string };

export function assemble(reads: readonly Read[], source: Source): Result<Catalogue> {
  const roles = rolesOf(reads);
  const title = readTitle(reads[0]?.item ?? null, source.path);
  const headings: Heading[] = [];
  const preamble: Passage[] = [...title.preamble];
  const tasks: Task[] = [];
  const messages: Message[] = [...title.messages];
  let open: readonly Open[] = [];
  for (const [index, read] of reads.entries()) {
    const role = roles[index];
    if (role === 'task') {
      const made = readTask(read, {
        file: source.path,
        id: read.item.mark?.no ?? '',
        section: open.map((each) => each.text),
      });
      tasks.push(made.task);
      messages.push(...made.messages);
    } else if (role === 'heading') {
      const rank = read.item.mark === null ? bareRank : rankOf[read.item.mark.style];
      const { title: text, place, body } = splitHeading(read.item);
      open = [...open.filter((each) => each.rank < rank), { rank, text }];
      headings.push({ level: open.length, text, place });
      preamble.push(...body);
    } else if (index > 0) preamble.push(...paragraphsOf(read.item));
  }
  if (tasks.length === 0) messages.push(error({ file: source.path, row: null, column: null }, 'no-tasks', undefined));
  return {
    value: { title: title.text, source, period: periodOf(title.text), headings, preamble, tasks },
    messages: messages.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0)),
  };
}

const bareRank = 4.5;
