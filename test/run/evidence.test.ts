/** 佐证材料 from the folder of returns to the bag: frozen by hash when the quarter is closed, archived while it is still that, and else told. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { writeZip } from '../../src/ooxml/zip.ts';
import { frozenFigures } from '../../src/register/frozen-quarter.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Quarter } from '../../src/trade/calendar.ts';
import { preparedQuarter } from './papers.ts';
import { duban } from './program.ts';
import { answerIn, copyOfDistrict } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const quarter = '2025Q1' as Quarter;
const returns = `inputs/${quarter}/returns`;
// More than is read of a return.
const film = Buffer.alloc((16 << 20) + 5, 'f');
const sent: Readonly<Record<string, Uint8Array>> = {
  '县税务局盖章件.pdf': Buffer.from('%PDF-1.4 扫描件'),
  '县税务局/照片/现场 %1.JPG': Buffer.from('\xFF\xD8\xFF1', 'latin1'),
  '县税务局/照片/现场 ％1.JPG': Buffer.from('\xFF\xD8\xFF2', 'latin1'),
  '县发改委录像.mp4': film,
  '县发改委台账.zip': writeZip([{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4 甲') }]),
  '未署名.pdf': Buffer.from('%PDF-1.4 谁的'),
};
const archived = [
  '县发改委/县发改委台账.zip',
  '县发改委/县发改委录像.mp4',
  '县税务局/县税务局/照片/现场 _1-2.JPG',
  '县税务局/县税务局/照片/现场 _1.JPG',
  '县税务局/县税务局盖章件.pdf',
  '未注明单位/未署名.pdf',
];

let root: string;

const run = (...args: readonly string[]) => answerIn(root, args);
const write = (name: string, bytes: Uint8Array): void => {
  fs.mkdirSync(path.dirname(path.join(root, returns, name)), { recursive: true });
  fs.writeFileSync(path.join(root, returns, name), bytes);
};

function evidenceIn(bag: string): readonly string[] {
  const folder = `${bag}/data/其他/佐证材料`;
  return diskAt(root)
    .list(folder)
    .map((file) => file.slice(folder.length + 1))
    .filter((file) => file !== '清单.csv');
}

async function bagOn(day: string) {
  const { exitCode, errors, warnings, value } = await run('archive', quarter, '--date', day);
  const folder = String(value['folder']);
  const verified = await run('verify', folder);
  const list = new TextDecoder().decode(diskAt(root).read(`${folder}/data/其他/佐证材料/清单.csv`) ?? undefined);
  return {
    exitCode,
    errors,
    verified: verified.exitCode,
    folder,
    isNew: value['isNew'],
    warnings,
    files: evidenceIn(folder),
    list,
  };
}

const whole = { exitCode: 0, errors: [], verified: 0 };

beforeAll(async () => {
  root = copyOfDistrict('evidence');
  for (const [name, bytes] of Object.entries(sent)) write(name, bytes);
  await run('build', quarter);
  await run('issue', quarter, '--date', '2025-04-03');
});

describe('what came with the returns', () => {
  test('is frozen by hash with the quarter, each file once', () => {
    const disk = diskAt(root);
    const frozen = frozenFigures(disk, readRegister(disk).value, { quarter, revision: null }).value;
    const hashes = (frozen?.parts.attachments ?? []).map(({ file, proof }) => [file, proof?.sha256]);
    expect(new Map(hashes as [string, string][])).toEqual(
      new Map(Object.entries(sent).map(([name, bytes]) => [`${returns}/${name}`, sha256(bytes)])),
    );
  });

  test('is listed in the ledger, unit by unit', async () => {
    const document = (await preparedQuarter(diskAt(root), quarter)).papers.find(({ path: each }) => each === 'ledger');
    const text = document === undefined ? [] : documentText(document.document);
    expect(text.join('\n').split('随反馈表报送的佐证材料')[1]).toMatch(
      /县发改委\s+县发改委台账\.zip\s+县发改委\s+县发改委录像\.mp4\s+县税务局\s+县税务局\/照片[\s\S]+未注明单位\s+未署名\.pdf/u,
    );
  });

  test('goes into the bag under names that every system takes, and is covered by its manifests', async () => {
    const bag = await bagOn('2025-05-01');
    expect(bag).toMatchObject({ ...whole, isNew: true, warnings: [], files: archived });
    expect(sha256(diskAt(root).read(`${bag.folder}/data/其他/佐证材料/${archived[1]}`) ?? '')).toBe(sha256(film));
    const row = `县税务局,县税务局/照片/现场 ％1.JPG,其他/佐证材料/${archived[2]},4,${sha256(sent['县税务局/照片/现场 ％1.JPG'] ?? '')},\r\n`;
    expect(bag.list).toContain(row);
    fs.appendFileSync(path.join(root, bag.folder, `data/其他/佐证材料/${archived[4]}`), 'x');
    expect((await run('verify', bag.folder)).errors).toContain('bag-changed');
    write('县税务局盖章件.pdf', sent['县税务局盖章件.pdf'] ?? new Uint8Array());
    fs.writeFileSync(
      path.join(root, bag.folder, `data/其他/佐证材料/${archived[4]}`),
      sent['县税务局盖章件.pdf'] ?? new Uint8Array(),
    );
  });

  test('is left out with a warning when changed or gone since, and comes in when put back; what came later was never frozen', async () => {
    write('县税务局盖章件.pdf', Buffer.from('%PDF-1.4 另一份'));
    fs.rmSync(path.join(root, returns, '县发改委台账.zip'));
    write('县发改委补充.pdf', Buffer.from('%PDF-1.4 关账后'));
    const without = await bagOn('2025-05-02');
    expect(without.warnings).toEqual(['archive-evidence-changed', 'archive-evidence-changed']);
    expect(without).toMatchObject({ ...whole, isNew: true, files: [1, 2, 3, 5].map((at) => archived[at]) });
    expect(without.list.match(/关账后缺失或有改动，未归档/gu)).toHaveLength(2);
    for (const name of ['县税务局盖章件.pdf', '县发改委台账.zip']) write(name, sent[name] ?? new Uint8Array());
    expect(await bagOn('2025-05-03')).toMatchObject({ ...whole, isNew: true, warnings: [], files: archived });
    expect(await bagOn('2025-05-04')).toMatchObject({ ...whole, isNew: false, warnings: [], files: archived });
  });

  test('that came or went after the closing is told by status, check and next; so is a return with nothing in it', async () => {
    write('县市场监管局照片.jpg', Buffer.from('\xFF\xD8\xFF9', 'latin1'));
    fs.rmSync(path.join(root, returns, '县发改委台账.zip'));
    const blank = '填报单位,任务编号,进展情况,完成比例,状态,存在问题,下一步措施,填报日期\n县税务局,1,,,,,,\n';
    write('县税务局（补）.csv', Buffer.from(blank));
    for (const command of ['status', 'check']) {
      const { stdout } = await duban([command, quarter, '-C', root, '--json', '--lang', 'zh']);
      const { messages } = JSON.parse(stdout) as {
        messages: { code: string; place: { file: string }; text: string }[];
      };
      const told = messages.filter(({ code }) => code === 'file-since-closing');
      expect(told.map(({ place, text }) => [place.file.replace(`${returns}/`, ''), text.split('，')[1]])).toEqual([
        ['县税务局（补）.csv', '此后收到“县税务局”的这份反馈表'],
        ['县发改委补充.pdf', '此后收到“县发改委”的这份佐证材料'],
        ['县市场监管局照片.jpg', '此后收到“县市场监管局”的这份佐证材料'],
        ['县发改委台账.zip', '关账时“县发改委”的这份佐证材料现已不在；归档时注明缺失'],
      ]);
    }
    const { value } = await run('next', quarter, '--lang', 'zh');
    expect(JSON.stringify(value)).toContain('反馈表或佐证材料有增减：县税务局、县发改委、县市场监管局；不计入本季度');
  });
});
