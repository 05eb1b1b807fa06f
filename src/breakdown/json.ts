/** The JSON object of `parse --json` (DESIGN.md §4), which checks outside the project rely on. */
import type { Language } from '../message/wording/language.ts';
import type { Catalogue, Task } from '../domain/catalogue.ts';
import type { Place, Result, Severity } from '../message/message.ts';
import { wordText } from '../message/wording/word.ts';

type Rare = 'leaders' | 'target' | 'standard' | 'notes';

export type CatalogueJson = {
  readonly title: string;
  readonly source: Catalogue['source'];
  readonly period: Catalogue['period'];
  /** The fields of the contract; 责任领导, 工作目标, 工作标准 and 备注 only where the source has them. */
  readonly tasks: readonly (Omit<Task, Rare> & Partial<Pick<Task, Rare>>)[];
  readonly messages: readonly {
    readonly severity: Severity;
    readonly code: string;
    readonly place: Place | null;
    readonly text: string;
  }[];
  /** What is no task, so that nothing of the source is missing here. */
  readonly headings: Catalogue['headings'];
  readonly preamble: Catalogue['preamble'];
};

/** What `parse --json` prints: the tasks field by field, and each message with its words. */
export function catalogueJson({ value, messages }: Result<Catalogue>, language: Language = 'zh'): CatalogueJson {
  return {
    title: value.title,
    source: { path: value.source.path, sha256: value.source.sha256 },
    period: value.period === null ? null : { from: value.period.from, to: value.period.to },
    tasks: value.tasks.map(taskJson),
    messages: messages.map((message) => ({
      severity: message.severity,
      code: message.code,
      place: message.place,
      text: wordText(message, language),
    })),
    headings: value.headings,
    preamble: value.preamble,
  };
}

function taskJson({ leaders, target, standard, notes, place, ...contract }: Task): CatalogueJson['tasks'][number] {
  return {
    ...contract,
    ...(leaders.length > 0 ? { leaders } : {}),
    ...(target === null ? {} : { target }),
    ...(standard === null ? {} : { standard }),
    ...(notes === undefined ? {} : { notes }),
    place,
  };
}
