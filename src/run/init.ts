/** A new empty workspace: the commented office.yaml of the sample, empty registers with their headers. The templates stay the program's. */
import path from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { error, type Result } from '../message/message.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import { fileOnly } from '../message/place.ts';
import { toFillIn } from '../intake/office.ts';
import { numberedKinds } from '../trade/paper-kinds.ts';
import { releaseFile, releaseMark } from '../workspace/release.ts';
import { readShipped } from '../workspace/shipped.ts';
import { blankTables, officeTables } from '../workspace/tables.ts';

const seedsNote =
  '请把责任分解意见（.docx、.odt、.xlsx、.xls、.et、.ods、.html、.txt、.md 或 .csv）放在这个文件夹，只放一份。\n';
const templatesNote =
  '公文的措辞用程序自带的模板，随程序更新。要改其中一个，运行 duban templates --take 名称（如 letter.hbs），再改放进来的文件。\n';

/** The files made, in order. A folder that has a workspace already is left alone; what a killed run left of one is completed. */
export function newWorkspace(disk: Disk): Result<readonly string[]> {
  const files = blankFiles();
  // Where all is there no write tidies behind a run that was killed at its last file.
  for (const folder of new Set([...files.keys()].map((file) => path.posix.dirname(file)))) disk.tidy(folder, false);
  if (isBegun(disk, files)) return { value: [], messages: [error(fileOnly('inputs'), 'workspace-exists')] };
  const made = [...files].filter(([file, bytes]) => disk.writeNew(file, bytes));
  return { value: made.map(([file]) => file), messages: [] };
}

/** Somebody works here, or nothing is missing. Hidden files are not work. */
function isBegun(disk: Disk, files: ReadonlyMap<string, Uint8Array>): boolean {
  const isBlank = (file: string): boolean => {
    const bytes = files.get(file);
    return bytes !== undefined && hashOfFile(disk, file) === sha256(bytes);
  };
  const inputs = disk.list('inputs').filter((file) => !/\/\.[^/]*$/u.test(file));
  return !inputs.every(isBlank) || [...files.keys()].every((file) => disk.read(file) !== null);
}

function blankFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    [
      'inputs/office.yaml',
      new TextEncoder().encode(blankOffice(new TextDecoder().decode(readShipped('inputs/office.yaml')))),
    ],
    ...blankTables('inputs', officeTables),
    ['seeds/README.txt', new TextEncoder().encode(seedsNote)],
    ['templates/README.txt', new TextEncoder().encode(templatesNote)],
    [releaseFile, releaseMark()],
  ]);
}

/** Keys of office.yaml that only the office knows, the codes of its series among them; each with its comment, and nothing of the sample. */
const own = ['name', 'mark', 'printedBy', 'phone', ...numberedKinds, 'fondsCode', 'fondsName', 'sectionCode'];

function blankOffice(sample: string): string {
  const key = new RegExp(String.raw`^(\s*(?:${own.join('|')}): +)(?:"[^"]*"|[^#\n]*?)( *(?:#.*)?)$`, 'gmu');
  return sample
    .replace(/^# 督办办公室配置（示例数据.*$/mu, `# 督办办公室配置：写着${toFillIn}的都要填写`)
    .replace(/^(copiedTo:.*\n)(?: +- .*\n)+/mu, `$1  - ${toFillIn}\n`)
    .replace(/^(# 发文机关自己也承担任务)（[^）]*）/mu, '$1的')
    .replace(/^# 责任分解意见第134项：/mu, '# ')
    .replace(/^ownUnits:\n(?: +- .*\n)+/mu, 'ownUnits: []\n')
    .replace(/^pageNotice: [^#\n]*/mu, 'pageNotice: "" ')
    .replaceAll(key, `$1${toFillIn}$2`);
}
