/** A row at the end of a file that the office keeps: by the columns that its header has, what stood there kept to the byte. */
import { readCsv, toLines } from './csv.ts';
import { writeCsv } from './csv-write.ts';
import { decodeText } from './decode.ts';

type Addition = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly row: Readonly<Record<string, string>>;
};

/** A new file gets the header too; one in an old code page becomes UTF-8. A column that the header lacks is added to it when the row fills it. */
export function appendRow(before: Uint8Array | null, { file, columns, row }: Addition): Uint8Array {
  if (before === null || before.length === 0) return csv(columns, row);
  const { text, encoding } = decodeText(before, file).value;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.indexOf(lineEnd);
  const header = end === -1 ? text : text.slice(0, end);
  const present = header.split(',').map((name) => name.replaceAll('"', '').trim());
  const lacking = columns.filter((name) => !present.includes(name) && (row[name] ?? '') !== '');
  const named = [...present, ...lacking];
  const line = new TextDecoder()
    .decode(csv(named, row))
    .split('\r\n')
    .slice(1, -1)
    .join('\n')
    .replaceAll('\n', lineEnd);
  const rest = end === -1 ? '' : text.slice(end);
  const body = [header, ...lacking].join(',') + (lacking.length === 0 ? text.slice(header.length) : rest);
  const whole = body.endsWith('\n') ? body : `${body}${lineEnd}`;
  const mark = encoding === 'utf-8' ? '' : '\uFEFF';
  return new TextEncoder().encode(`${mark}${whole}${line}${lineEnd}`);
}

/** The row of the file that says the same in these columns, null where none does. */
export function standingRow(before: Uint8Array | null, { file, columns, row }: Addition): number | null {
  const [header, ...rows] = readCsv(toLines(decodeText(before ?? new Uint8Array(), file).value.text), ',', file).value
    .rows;
  const names = header?.cells.map((name) => name.trim()) ?? [];
  const says = (cells: readonly string[], name: string): string => (cells[names.indexOf(name)] ?? '').trim();
  const same = rows.find(({ cells }) => columns.every((name) => says(cells, name) === (row[name] ?? '').trim()));
  return same?.row ?? null;
}

function csv(columns: readonly string[], row: Readonly<Record<string, string>>): Uint8Array {
  const header = columns.map((name) => ({ name, kind: 'text' as const }));
  return writeCsv(header, [columns.map((name) => row[name] ?? '')]);
}
