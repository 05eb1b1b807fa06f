/** What the path of a made paper says: its quarter and its unit. */
import { parseQuarter, type Quarter } from './calendar.ts';

/** `out/2024Q4/letters/012-区财政局.docx` → 2024Q4; null when no folder is a quarter. */
export function quarterIn(file: string): Quarter | null {
  const quarters = file.split(/[\\/]/).map(parseQuarter);
  return quarters.find((quarter) => quarter !== null) ?? null;
}

/** `012` of a paper of one unit; null for papers of all. */
export function unitCodeIn(file: string): string | null {
  return /(?:^|[\\/])(?:letters|assessments|reminders|notices|extracts)[\\/]([^-\\/]+)/.exec(file)?.[1] ?? null;
}
