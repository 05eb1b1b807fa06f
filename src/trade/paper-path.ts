/** What the path of a made paper says: its quarter and its unit. */
import { parseQuarter, type Quarter } from './calendar.ts';

/** `out/2024Q4/letters/012-区财政局.docx` → 2024Q4; null when no folder is a quarter. */
export function quarterIn(file: string): Quarter | null {
  const quarters = file.split(/[\\/]/).map(parseQuarter);
  return quarters.find((quarter) => quarter !== null) ?? null;
}

/** `out/2024/special-report.docx` → 2024: the papers of a year; null when no folder under `out` is one. */
export function yearIn(file: string): number | null {
  const year = /(?:^|[\\/])out[\\/](\d{4})[\\/]/.exec(file)?.[1];
  return year === undefined ? null : Number(year);
}

/** `012` of a paper of one unit; null for papers of all. */
export function unitCodeIn(file: string): string | null {
  return /(?:^|[\\/])(?:letters|assessments|reminders|notices|extracts)[\\/]([^-\\/]+)/.exec(file)?.[1] ?? null;
}
