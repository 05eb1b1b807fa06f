import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuildOptions } from '../../src/build/request.ts';
import type { Job } from '../../src/build/job.ts';
import { maker } from '../../src/build/make.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import type { Message } from '../../src/message/message.ts';
import { error } from '../../src/message/message.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { Killed, memoryDisk } from '../memory-disk.ts';

const options: BuildOptions = { overwrite: false, only: [], explain: false, jobs: 2 };

/** A paper whose bytes are its text; the recipe names the text, and a style that leaves no trace in the bytes. */
function paper(path: string, text: string, style = 'plain'): Job {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    kind: 'letter',
    recipe: `${style}\n${text}`,
    inputs: ['inputs/units.csv'],
    make: () => Promise.resolve({ value: bytes, messages: [] }),
  };
}

function broken(path: string, messages: readonly Message[]): Job {
  return { ...paper(path, path), make: () => Promise.resolve({ value: null, messages }) };
}

async function run(disk: MemoryDisk, jobs: readonly Job[], changes: Partial<BuildOptions> = {}) {
  const { value, messages } = await build({ disk, folder: 'out/2024Q3', jobs, options: { ...options, ...changes } });
  const files = value.files.map((file) => `${file.path} ${file.outcome} ${file.reason}`);
  return { files, messages: messages.map((message) => wordMessage(message, 'zh')), counts: value.counts };
}

function text(disk: MemoryDisk, file: string): string | null {
  const bytes = disk.read(`out/2024Q3/${file}`);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function put(disk: MemoryDisk, file: string, content: string): void {
  disk.write(file, new TextEncoder().encode(content));
}

describe('the four outcomes', () => {
  test('a missing file is made', async () => {
    const disk = memoryDisk();
    expect(await run(disk, [paper('letters/a.docx', '甲'), paper('report.docx', '通报')])).toEqual({
      files: ['letters/a.docx made missing', 'report.docx made missing'],
      messages: [],
      counts: { made: 2, remade: 0, unchanged: 0, edited: 0, removed: 0, failed: 0 },
    });
    expect(text(disk, 'letters/a.docx')).toBe('甲');
    expect(disk.list('out/2024Q3')).toEqual([
      'out/2024Q3/letters/a.docx',
      'out/2024Q3/manifest.json',
      'out/2024Q3/report.docx',
    ]);
  });

  test('a second run leaves everything, and writes nothing at all', async () => {
    const disk = memoryDisk();
    const jobs = [paper('a.docx', '甲')];
    await run(disk, jobs);
    const before = disk.changes();
    expect((await run(disk, jobs)).files).toEqual(['a.docx unchanged same-recipe']);
    expect(disk.changes()).toBe(before);
  });

  test('another recipe remakes the file, unless the bytes come out the same', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲'), paper('b.docx', '乙')]);
    expect((await run(disk, [paper('a.docx', '丙'), paper('b.docx', '乙', 'bold')])).files).toEqual([
      'a.docx remade recipe',
      'b.docx unchanged same-bytes',
    ]);
    expect((await run(disk, [paper('a.docx', '丙'), paper('b.docx', '乙', 'bold')])).files).toEqual([
      'a.docx unchanged same-recipe',
      'b.docx unchanged same-recipe',
    ]);
  });

  test('a file edited by hand is left alone, told each time, and replaced only with --overwrite', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲')]);
    put(disk, 'out/2024Q3/a.docx', '改');
    const told = ['out/2024Q3/a.docx 警告 edited 文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite'];
    for (const content of ['甲', '乙']) {
      expect(await run(disk, [paper('a.docx', content)])).toMatchObject({
        files: ['a.docx edited by-hand'],
        messages: told,
      });
    }
    expect(text(disk, 'a.docx')).toBe('改');
    expect(await run(disk, [paper('a.docx', '乙')], { overwrite: true })).toMatchObject({
      files: ['a.docx remade overwrite'],
      messages: [],
    });
    expect(text(disk, 'a.docx')).toBe('乙');
  });

  test('a file that was edited back, or that we would make anyhow, is ours again', async () => {
    const disk = memoryDisk();
    put(disk, 'out/2024Q3/a.docx', '甲');
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual(['a.docx unchanged adopted']);
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual(['a.docx unchanged same-recipe']);
  });

  test('a foreign file in the place of a paper is left alone', async () => {
    const disk = memoryDisk();
    put(disk, 'out/2024Q3/a.docx', '别人的');
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual(['a.docx edited by-hand']);
    expect(text(disk, 'a.docx')).toBe('别人的');
  });
});

describe('what is no longer planned', () => {
  test('is removed while it is ours', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲'), paper('b.docx', '乙')]);
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual([
      'a.docx unchanged same-recipe',
      'b.docx removed unplanned',
    ]);
    expect(text(disk, 'b.docx')).toBeNull();
  });

  test('is left and told when it was edited, until somebody deletes it', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲'), paper('b.docx', '乙')]);
    put(disk, 'out/2024Q3/b.docx', '改');
    for (const _ of [1, 2]) {
      expect((await run(disk, [paper('a.docx', '甲')])).messages).toEqual([
        'out/2024Q3/b.docx 警告 edited-unplanned 本季度已不再生成此文件，但它被手工修改过，未删除；确认不要后请自行删除',
      ]);
    }
    disk.remove('out/2024Q3/b.docx');
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual(['a.docx unchanged same-recipe']);
    expect(text(disk, 'manifest.json')).not.toContain('b.docx');
  });

  test('what neither plan nor manifest knows is told and left, but for the files of Word and the system', async () => {
    const disk = memoryDisk();
    for (const name of ['letters/old.docx', 'letters/~$old.docx', 'letters/.DS_Store', 'forms/a.csv', 'notes.txt']) {
      put(disk, `out/2024Q3/${name}`, '旧');
    }
    expect((await run(disk, [paper('letters/a.docx', '甲'), paper('report.docx', '通报')])).messages).toEqual([
      'out/2024Q3/letters/old.docx 提示 stranger 不是由 duban 生成的文件，未处理；如是旧稿，请勿误发',
    ]);
    expect(text(disk, 'letters/old.docx')).toBe('旧');
  });

  test('is not touched by --only, which sees a part of the plan', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('letters/a.docx', '甲'), paper('report.docx', '通报')]);
    expect(
      (await run(disk, [paper('letters/a.docx', '丙'), paper('x.csv', '表')], { only: ['letters/*'] })).files,
    ).toEqual(['letters/a.docx remade recipe']);
    expect(text(disk, 'report.docx')).toBe('通报');
    expect(text(disk, 'x.csv')).toBeNull();
    expect(text(disk, 'manifest.json')).toContain('report.docx');
  });
});

describe('errors', () => {
  test('one paper that cannot be made stops all writing; every failure is told', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲')]);
    const before = new Map(disk.files);
    const place = { file: 'inputs/units.csv', row: 3, column: 2 };
    const jobs = [
      paper('a.docx', '新'),
      broken('b.docx', [error(place, 'missing-file')]),
      broken('c.docx', []),
      // What is wrong within a paper has no place but the paper.
      broken('letters/d.docx', [error(null, 'docx-ragged-table', { spot: { fact: 'title' }, columns: 3 })]),
      paper('e.docx', '丁'),
    ];
    expect(await run(disk, jobs)).toMatchObject({
      files: ['b.docx failed error', 'c.docx failed error', 'letters/d.docx failed error'],
      messages: [
        'inputs/units.csv:3:2 错误 missing-file 找不到文件',
        'out/2024Q3/c.docx 错误 not-made 文件未能生成',
        'out/2024Q3/letters/d.docx 错误 docx-ragged-table 标题的单元格没有占满 3 列，请检查模板中的行列合并',
      ],
    });
    expect(disk.files).toEqual(before);
  });

  test('a bug in a job is thrown on, and leaves neither lock nor half-made files', async () => {
    const disk = memoryDisk();
    const bug = { ...paper('b.docx', '乙'), make: () => Promise.reject(new Error('bug')) };
    await expect(run(disk, [paper('a.docx', '甲'), bug, paper('c.docx', '丙')])).rejects.toThrow('bug');
    expect(disk.list('out')).toEqual([]);
    expect((await run(disk, [paper('a.docx', '甲')])).files).toEqual(['a.docx made missing']);
  });

  test('unsafe and colliding paths are refused before anything is made', async () => {
    const disk = memoryDisk();
    const jobs = [paper('../a.docx', '甲'), paper('b.docx', '乙'), paper('B.docx', '丙'), paper('manifest.json', '{}')];
    expect((await run(disk, jobs)).messages).toEqual([
      'out/2024Q3/../a.docx 错误 unsafe-path 文件名含有不能使用的字符或名称，未生成任何文件；请修改单位名录中的名称或编码',
      'out/2024Q3/manifest.json 错误 unsafe-path 文件名含有不能使用的字符或名称，未生成任何文件；请修改单位名录中的名称或编码',
      'out/2024Q3/B.docx 错误 same-path 文件名与“b.docx”相同（不分大小写），未生成任何文件；请使单位编码互不相同',
    ]);
    expect(disk.list('out')).toEqual([]);
  });

  test('--only that meets nothing says what there is', async () => {
    const disk = memoryDisk();
    const jobs = [paper('letters/a.docx', '甲'), paper('report.docx', '通报')];
    expect((await run(disk, jobs, { only: ['letter/*', 'rep*'] })).messages).toEqual([
      '错误 only-meets-nothing --only “letter/*”没有对应的文件；可用：letters/*、report.docx',
    ]);
  });

  test('a second build at the same time is refused with the name of the first', async () => {
    const disk = memoryDisk();
    const lock = disk.lock('out/2024Q3/.lock');
    expect((await run(disk, [paper('a.docx', '甲')])).messages).toEqual([
      'out/2024Q3/.lock 错误 locked 另一个 duban 正在写入（计算机 memory，进程 1），请待其结束后再试；如确认已无人运行，可删除 out/2024Q3/.lock',
    ]);
    if (lock.isTaken) lock.release();
    expect((await run(disk, [paper('a.docx', '甲')])).counts.made).toBe(1);
  });

  test('a damaged manifest loses nothing: equal files are known again, others left', async () => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲'), paper('b.docx', '乙')]);
    put(disk, 'out/2024Q3/manifest.json', '{"version":1,"files":[{}]}');
    expect(await run(disk, [paper('a.docx', '甲'), paper('b.docx', '新')])).toMatchObject({
      files: ['a.docx unchanged adopted', 'b.docx edited by-hand'],
      messages: [
        'out/2024Q3/manifest.json 警告 broken-manifest 生成记录已损坏，本次按文件内容逐一比对；内容不同的文件按“手工修改”处理，不会覆盖',
        'out/2024Q3/b.docx 警告 edited 文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite',
      ],
    });
  });
});

describe('the manifest', () => {
  test.each([
    ['path', 'manifest.json'],
    ['path', '../a.docx'],
    ['kind', 1],
    ['sha256', null],
    ['recipe', undefined],
    ['parts', []],
    ['tree', 1],
    ['inputs', null],
    ['inputs', { 'inputs/units.csv': 1 }],
  ])('counts as none where %s is %j', async (field, value) => {
    const disk = memoryDisk();
    await run(disk, [paper('a.docx', '甲')]);
    const { version, files } = JSON.parse(text(disk, 'manifest.json') ?? '') as { version: number; files: object[] };
    put(
      disk,
      'out/2024Q3/manifest.json',
      JSON.stringify({ version, files: files.map((file) => ({ ...file, [field]: value })) }),
    );
    const { messages } = await run(disk, [paper('a.docx', '甲')]);
    expect(messages).toEqual([expect.stringMatching(/^out\/2024Q3\/manifest\.json 警告 broken-manifest /u)]);
  });

  test('is printed file by file as JSON prints it whole, also without any', async () => {
    const disk = memoryDisk();
    for (const jobs of [[paper('a.docx', '甲'), paper('letters/c.docx', '乙')], []]) {
      await run(disk, jobs);
      const printed = text(disk, 'manifest.json') ?? '';
      expect(printed).toBe(`${JSON.stringify(JSON.parse(printed), null, 2)}\n`);
    }
  });

  test('names every file with its hash and its inputs with theirs, and is the same in any order of jobs', async () => {
    const jobs = [paper('letters/a.docx', '甲'), paper('report.docx', '通报')];
    const disk = memoryDisk();
    put(disk, 'inputs/units.csv', '单位');
    await run(disk, jobs, { jobs: 1 });
    const other = memoryDisk();
    put(other, 'inputs/units.csv', '单位');
    await run(other, jobs.toReversed(), { jobs: 8 });
    expect(text(other, 'manifest.json')).toBe(text(disk, 'manifest.json'));
    expect(JSON.parse(text(disk, 'manifest.json') ?? '')).toEqual({
      version: 2,
      files: jobs.map((job) => ({
        path: job.path,
        kind: 'letter',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        recipe: expect.stringMatching(/^[0-9a-f]{64}$/),
        parts: {},
        tree: null,
        inputs: { 'inputs/units.csv': expect.stringMatching(/^[0-9a-f]{64}$/) },
      })),
    });
  });
});

test('a file that comes in parts is written and hashed as of them joined', async () => {
  const disk = memoryDisk();
  const encoder = new TextEncoder();
  const parts = ['一', '二', ''].map((each) => encoder.encode(each));
  await run(disk, [{ ...paper('a', ''), make: () => Promise.resolve({ value: parts, messages: [] }) }]);
  expect(text(disk, 'a')).toBe('一二');
  expect(JSON.parse(text(disk, 'manifest.json') ?? '').files[0].sha256).toBe(sha256('一二'));
});

test('files that were made from the same inputs hold the same hashes, and no text of a recipe', async () => {
  const disk = memoryDisk();
  put(disk, 'inputs/units.csv', '单位');
  const jobs = ['a', 'b'].map((path) => ({
    ...paper(path, path),
    recipe: { program: '1', look: '仿宋', words: path },
  }));
  const { make } = maker({ disk, folder: 'out/2024Q3', jobs, options }, { files: [] }, jobs.length);
  const [a, b] = await Promise.all(jobs.map((job) => make(job)));
  expect(a?.entry?.inputs).toEqual([['inputs/units.csv', expect.stringMatching(/^[0-9a-f]{64}$/)]]);
  expect(b?.entry?.inputs[0]).toBe(a?.entry?.inputs[0]);
  expect(a?.entry?.recipe).toBe(sha256('1\n仿宋\na'));
  expect(a?.entry?.parts).toEqual({
    program: sha256('1').slice(0, 16),
    look: sha256('仿宋').slice(0, 16),
    words: sha256('a').slice(0, 16),
  });
});

test('--explain says why, with the inputs that changed', async () => {
  const disk = memoryDisk();
  put(disk, 'inputs/units.csv', '单位');
  await run(disk, [paper('a', '甲'), paper('b', '乙'), paper('c', '丙'), paper('d', '丁')]);
  put(disk, 'inputs/units.csv', '新单位');
  put(disk, 'out/2024Q3/c', '改');
  const jobs = [paper('a', '新'), paper('b', '乙', 'bold'), paper('c', '丙'), paper('e', '戊'), paper('f', '己')];
  put(disk, 'out/2024Q3/f', '己');
  expect((await run(disk, jobs, { explain: true })).messages).toEqual([
    'out/2024Q3/a 提示 remade-recipe 重新生成：inputs/units.csv 有变化',
    'out/2024Q3/b 提示 left-same-bytes 未变：inputs/units.csv 有变化，但生成结果与原文件相同',
    'out/2024Q3/c 警告 edited 文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite',
    'out/2024Q3/d 提示 removed-unplanned 已删除：本季度不再生成此文件',
    'out/2024Q3/e 提示 made-missing 原无此文件，新生成',
    'out/2024Q3/f 提示 left-adopted 未变：生成记录中没有此文件，但内容与应生成的相同',
  ]);
  const restyled = [paper('a', '新新'), paper('b', '乙', 'bold'), paper('c', '丙'), paper('e', '戊'), paper('f', '己')];
  expect((await run(disk, restyled, { explain: true, overwrite: true })).messages).toEqual([
    'out/2024Q3/a 提示 remade-recipe 重新生成：程序、字体或版式有变化',
    'out/2024Q3/b 提示 left-same-recipe 未变：所依据的内容与上次相同',
    'out/2024Q3/c 提示 remade-overwrite 按 --overwrite 覆盖了手工修改',
    'out/2024Q3/e 提示 left-same-recipe 未变：所依据的内容与上次相同',
    'out/2024Q3/f 提示 left-same-recipe 未变：所依据的内容与上次相同',
  ]);
});

test('--explain names the part of the recipe that is another one where no input of the paper changed', async () => {
  const parts = { program: '1', look: '仿宋', words: '甲' };
  const job = (path: string, change: Partial<typeof parts>, text: string) => {
    return { ...paper(path, text), recipe: { ...parts, ...change } };
  };
  const disk = memoryDisk();
  put(disk, 'inputs/units.csv', '单位');
  await run(
    disk,
    ['a', 'b', 'c', 'd'].map((path) => job(path, {}, '甲')),
  );
  const changed = [
    job('a', { program: '2' }, '乙'),
    job('b', { look: '楷体' }, '乙'),
    job('c', { words: '乙' }, '乙'),
    job('d', { program: '2', look: '楷体', words: '乙' }, '乙'),
  ];
  expect((await run(disk, changed, { explain: true })).messages).toEqual([
    'out/2024Q3/a 提示 remade-recipe 重新生成：程序 有变化',
    'out/2024Q3/b 提示 remade-recipe 重新生成：字体或版式 有变化',
    'out/2024Q3/c 提示 remade-recipe 重新生成：文中引用的其他单位、季度或登记簿的内容有变化',
    'out/2024Q3/d 提示 remade-recipe 重新生成：程序、字体或版式 有变化',
  ]);
});

test('progress counts every job once', async () => {
  const disk = memoryDisk();
  const seen: string[] = [];
  const jobs = [paper('a', '甲'), paper('b', '乙'), paper('c', '丙')];
  await build({
    disk,
    folder: 'out/Q',
    jobs,
    options,
    onProgress: ({ done, total, path }) => seen.push(`${done}/${total} ${path}`),
  });
  expect(seen.map((line) => line.slice(0, 3))).toEqual(['1/3', '2/3', '3/3']);
});

test('killed at any write, the next run brings the folder to the plan', async () => {
  for (let moment = 0; moment < 12; moment += 1) {
    const disk = memoryDisk();
    await run(disk, [paper('a', '甲'), paper('b', '乙'), paper('c', '丙')]);
    disk.killAfter(moment);
    const jobs = [paper('a', '甲甲'), paper('b', '乙乙'), paper('d', '丁')];
    const death = await run(disk, jobs).catch((cause: unknown) => cause);
    disk.killAfter(null);
    expect(death instanceof Killed || moment >= 8).toBe(true);
    for (const [name, old] of [
      ['a', '甲'],
      ['b', '乙'],
    ] as const)
      expect([old, old + old]).toContain(text(disk, name));
    expect((await run(disk, jobs)).messages).toEqual([]);
    const fresh = memoryDisk();
    await run(fresh, jobs);
    expect(disk.list('out').map((file) => [file, disk.read(file)])).toEqual(
      fresh.list('out').map((file) => [file, fresh.read(file)]),
    );
  }
});
