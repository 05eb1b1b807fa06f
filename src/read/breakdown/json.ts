/** The JSON object of `parse --json` (DESIGN.md §4), which checks outside the project rely on. */
import type { Catalogue, Task } from '../../domain/catalogue.ts';
import type { Place, Result, Severity } from '../../message.ts';
import { wordText } from '../../wording/word.ts';
import type { Language } from '../../wording/word.ts';

export type CatalogueJson = {
  readonly title: string;
  readonly source: Catalogue['source'];
  readonly period: Catalogue['period'];
  readonly tasks: readonly Omit<Task, 'leaders' | 'target' | 'standard' | 'notes'>[];
  readonly messages: readonly {
    readonly severity: Severity;
    readonly code: string;
    readonly place: Place | null;
    readonly text: string;
  }[];
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
  };
}

function taskJson(task: Task): CatalogueJson['tasks'][number] {
  const { id, no, text, section, leads, cooperators, responsible, andOthers, allUnits, deadline, place } = task;
  return { id, no, text, section, leads, cooperators, responsible, andOthers, allUnits, deadline, place };
}
