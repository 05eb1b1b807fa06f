/** A new empty workspace: the commented office.yaml of the sample, empty registers with their headers, the templates. */
import type { Disk } from '../disk/disk.ts';
import { error, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { writeCsv } from '../table/csv-write.ts';
import { toFillIn } from '../intake/office.ts';
import { reassignmentColumns } from '../intake/reassignments.ts';
import { listShipped, readShipped } from '../workspace/shipped.ts';

/** Headers of the registers that the office fills; the readers take them in any order. */
const registers: Readonly<Record<string, readonly string[]>> = {
  'inputs/units.csv': ['代码', '名称', '简称', '类别', '考核分组', '考核', '成员', '启用日期', '停用日期'],
  'inputs/plan.csv': ['任务编号', '工作要求', '工作标准', '完成时限'],
  'inputs/closures.csv': ['任务编号', '日期', '类型', '依据'],
  'inputs/reassignments.csv': reassignmentColumns,
};

const seedsNote = '请把责任分解意见（.txt、.docx、.md 或 .csv）放在这个文件夹，只放一份。\n';

/** The files made, in order. A folder that has a workspace already is left alone. */
export function newWorkspace(disk: Disk): Result<readonly string[]> {
  if (disk.list('inputs').length > 0) return { value: [], messages: [error(fileOnly('inputs'), 'workspace-exists')] };
  const templates = listShipped('templates').filter((file) => file.endsWith('.hbs'));
  const files = new Map<string, Uint8Array>([
    [
      'inputs/office.yaml',
      new TextEncoder().encode(blankOffice(new TextDecoder().decode(readShipped('inputs/office.yaml')))),
    ],
    ...Object.entries(registers).map(([file, columns]) => [file, emptyTable(columns)] as const),
    ['seeds/README.txt', new TextEncoder().encode(seedsNote)],
    ...templates.map((file) => [file, readShipped(file)] as const),
  ]);
  for (const [file, bytes] of files) disk.writeNew(file, bytes);
  return { value: [...files.keys()], messages: [] };
}

/** Keys of office.yaml that only the office knows; each with its comment, and nothing of the sample. */
const own = [
  'name',
  'mark',
  'printedBy',
  'phone',
  'letter',
  'report',
  'reminder',
  'fondsCode',
  'fondsName',
  'sectionCode',
];

function blankOffice(sample: string): string {
  const key = new RegExp(String.raw`^(\s*(?:${own.join('|')}|notice): +)(?:"[^"]*"|[^#\n]*?)( *(?:#.*)?)$`, 'gmu');
  return sample
    .replace(/^# 督办办公室配置（示例数据.*$/mu, `# 督办办公室配置：写着${toFillIn}的都要填写`)
    .replace(/^(copiedTo:.*\n)(?: +- .*\n)+/mu, `$1  - ${toFillIn}\n`)
    .replace(/^ownUnits:\n(?: +- .*\n)+/mu, 'ownUnits: []\n')
    .replace(/^pageNotice: [^#\n]*/mu, 'pageNotice: "" ')
    .replaceAll(key, `$1${toFillIn}$2`);
}

function emptyTable(columns: readonly string[]): Uint8Array {
  return writeCsv(
    columns.map((name) => ({ name, kind: 'text' })),
    [],
  );
}
