import type { Language } from './language.ts';
import type { Message, Place } from '../message.ts';
import { wordings } from './wordings.ts';

const severityWords = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'note' },
} as const;

/** One line as a clerk reads it: `file:row:column 错误 code text` (DESIGN.md §2, style rule 5). */
export function wordMessage(message: Message, language: Language): string {
  const parts = [severityWords[language][message.severity], message.code, wordText(message, language)];
  return visible((message.place === null ? parts : [wordPlace(message.place), ...parts]).join(' '));
}

/** The text alone, without place, severity and code. */
export function wordText(message: Message, language: Language): string {
  // Code and data are paired by the type of Message; TypeScript cannot see it through the index.
  const word = wordings[message.code][language] as (data: Message['data']) => string;
  return word(message.data);
}

export function wordPlace(place: Place): string {
  const file = visible(place.file);
  if (place.row === null) return file;
  const rows =
    place.endRow === undefined || place.endRow === place.row ? `${place.row}` : `${place.row}-${place.endRow}`;
  return place.column === null ? `${file}:${rows}` : `${file}:${rows}:${place.column}`;
}

/** A control character that a return or a file's name holds neither breaks the line nor commands the terminal. */
export function visible(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
