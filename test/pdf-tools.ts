/** Outside readers of PDF files for the tests: poppler, qpdf and PDFBox Preflight, each with the reason when it is missing. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

function run(command: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/** Whether a command is found, without starting it: that takes a Java machine longer than all the rest. */
export function isInstalled(command: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => fs.existsSync(path.join(folder, command)));
}

/**
 * What a command prints of each file, in their order. One shell starts it: a test's worker may have a gigabyte of its own, and takes long to
 * start a process.
 */
function ofEach(command: string, files: readonly string[]): readonly string[] {
  const { stdout, status } = run('sh', '-c', `for file; do ${command}; printf '\\0'; done`, 'sh', ...files);
  const told = stdout.split('\0').slice(0, -1);
  if (status !== 0 || told.length !== files.length) throw new Error(`${command}: ${told.length} of ${files.length}`);
  return told;
}

function reasonFor(command: string): string | null {
  return isInstalled(command) ? null : `${command} is not installed`;
}

const javaFolder = '/usr/share/java';
/** Preflight 2.0.27 still wants two parts of old Java: Debian's libactivation-java and libjaxb-api-java. */
const preflightJars = [
  'preflight.jar',
  'pdfbox2.jar',
  'fontbox2.jar',
  'xmpbox.jar',
  'commons-logging.jar',
  'javax.activation.jar',
  'jaxb-api.jar',
];

/** Null when the tool is there; otherwise why a test that needs it is skipped. */
export const missing = {
  pdftotext: reasonFor('pdftotext'),
  pdffonts: reasonFor('pdffonts'),
  qpdf: reasonFor('qpdf'),
  preflight: preflightReason(),
};

function preflightReason(): string | null {
  const java = reasonFor('java');
  if (java !== null) return java;
  const lacking = preflightJars.filter((jar) => !fs.existsSync(path.join(javaFolder, jar)));
  return lacking.length === 0 ? null : `PDFBox Preflight lacks ${lacking.join(', ')} in ${javaFolder}`;
}

/** Says on the test's output why something is skipped; returns whether it is. */
export function isSkipped(reason: string | null): boolean {
  if (reason !== null) console.log(`skipped: ${reason}`);
  return reason !== null;
}

export function withPdfs<T>(files: Readonly<Record<string, Uint8Array>>, use: (folder: string) => T): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-pdf-'));
  try {
    for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(folder, `${name}.pdf`), bytes);
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The file names that Preflight calls valid PDF/A-1b, and its whole output. One Java machine for all files of a folder. */
export function preflight(folder: string): { readonly valid: readonly string[]; readonly output: string } {
  const jars = preflightJars.map((jar) => path.join(javaFolder, jar)).join(path.delimiter);
  // It ends before a faster translation of it would pay.
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const { stdout, stderr } = run(
    'java',
    ...quick,
    '-cp',
    jars,
    'org.apache.pdfbox.preflight.Validator_A1b',
    'batch',
    folder,
  );
  const valid = [...stdout.matchAll(/The file (.+) is a valid PDF\/A-1b file/g)].map(([, name = '']) => name);
  return { valid: valid.toSorted(), output: stdout + stderr };
}

/** The problems qpdf finds, a text a file; empty when there are none. */
export function qpdfProblems(files: readonly string[]): readonly string[] {
  return ofEach('told=$(qpdf --check "$file" 2>&1) || echo "$told"', files);
}

/** The text of a PDF as poppler reads it, in content order. */
export function popplerText(file: string): string {
  return popplerTexts([file]).join('');
}

export function popplerTexts(files: readonly string[]): readonly string[] {
  return ofEach('pdftotext -raw -enc UTF-8 "$file" -', files);
}

export function popplerInfo(file: string): string {
  return run('pdfinfo', file).stdout;
}

/** One line a font: whether each is embedded and has a ToUnicode map. */
export function popplerFonts(files: readonly string[]): readonly string[] {
  return ofEach('pdffonts "$file"', files).flatMap((told) => told.trim().split('\n').slice(2));
}
