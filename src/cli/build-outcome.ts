import type { BuildReport } from '../build/report.ts';
import type { Message } from '../message/message.ts';
import type { Language } from '../message/wording/language.ts';
import { resultWords } from '../message/wording/results.ts';
import type { PaperKind, PlainKind } from '../trade/paper-kinds.ts';
import type { CommandOutcome } from './console.ts';

/** What was made and where: one line a kind, then the totals. */
export function buildOutcome(
  report: BuildReport,
  {
    folder,
    lang,
    messages,
  }: { readonly folder: string; readonly lang: Language; readonly messages: readonly Message[] },
): CommandOutcome {
  const words = resultWords[lang];
  // The build carries kinds through as words; the plan gave it none but those of the table.
  const standing = report.files.filter(({ outcome }) => outcome !== 'removed' && outcome !== 'failed');
  const kinds = [...new Set(standing.map(({ kind }) => kind as PaperKind | PlainKind))];
  const lines = kinds.map((kind) => {
    const files = standing.filter((file) => file.kind === kind);
    const first = files[0]?.path ?? '';
    const where = files.length === 1 ? first : `${first.slice(0, first.lastIndexOf('/') + 1)}`;
    return words.madeKind(kind, files.length, `${folder}/${where}`);
  });
  return { value: { folder, ...report }, lines: [...lines, words.buildTotals(report.counts)], messages };
}
