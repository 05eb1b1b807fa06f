/** The seal: what was signed once is compared with the register of today. */
import { expect, test } from 'vitest';
import { issueDrafts } from '../../src/register/issue.ts';
import { linesAfter } from '../../src/register/chain.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { printRegister } from '../../src/register/register-table.ts';
import { readSealHash, sealText, verifySeal } from '../../src/register/seal.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import { memoryDisk } from '../memory-disk.ts';
import { context, date, letter, words } from './office.ts';

async function issued() {
  const disk = memoryDisk();
  const drafts = ['001', '003', '012'].map((code) => letter(code, []));
  await issueDrafts({ ...context(disk), drafts });
  return disk;
}

const register = (disk: ReturnType<typeof memoryDisk>) => readRegister(disk).value;

test('prints date, count and head hash, and reads the hash as it is typed from paper', async () => {
  const disk = await issued();
  const { head } = register(disk);
  const lines = sealText(register(disk), date('2025-01-20')).value ?? [];
  expect(lines.slice(0, 4)).toEqual([
    '发文登记簿封存单',
    '封存日期：2025年1月20日',
    '登记行数：3',
    '末行日期：2024年10月15日',
  ]);
  const typed = lines[4]?.replace('校验码：', '') ?? '';
  expect(typed).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  expect([typed, typed.toUpperCase(), typed.replaceAll('a', 'ａ')].map(readSealHash)).toEqual(Array(3).fill(head.hash));
  expect(readSealHash(typed.slice(1))).toBeNull();
  expect(words(sealText(register(memoryDisk()), date('2025-01-20')).messages)).toEqual([
    'inputs/register/register.csv 错误 nothing-to-seal 登记簿还没有内容，无可封存；请在关账或印发后再封存',
  ]);
});

test('holds also after more lines were added', async () => {
  const disk = await issued();
  const seal = register(disk).head;
  await withdrawPaper({ ...context(disk), number: 'X督〔2024〕2号', reason: '未发出', notice: null });
  expect(register(disk).head.count).toBe(4);
  expect(verifySeal(register(disk), seal)).toEqual([]);
});

test('finds a tail that was cut and a chain that was written anew, which nothing else can', async () => {
  const disk = await issued();
  const seal = register(disk).head;
  const { lines } = register(disk);
  disk.write('inputs/register/register.csv', printRegister(lines.slice(0, 2)));
  disk.remove('inputs/register/2024/X督〔2024〕3号.json');
  expect(words(readRegister(disk).messages)).toEqual([]);
  expect(words(verifySeal(register(disk), seal))).toEqual([
    'inputs/register/register.csv 错误 seal-cut 封存时登记簿有 3 行，现只有 2 行：封存后有登记被删除，或 register.csv 是旧的；请从备份或版本库恢复',
  ]);

  const other = await issued();
  const forged = linesAfter(
    [],
    lines.map(({ act }) => (act.type === 'issue' ? { ...act, quarter: '2024Q4' as never } : act)),
  );
  expect(words(verifySeal({ ...register(other), lines: forged }, seal))).toEqual([
    'inputs/register/register.csv:4 错误 seal-differs 第 3 行的校验码与封存单不符：封存的登记在其后被改写；请从封存时的备份恢复，并核对封存单上的行数和校验码',
  ]);
});
