/** Which templates an office has changed, and how; a new workspace has none, and one is taken to be changed. */
import { expect, test } from 'vitest';
import { newWorkspace } from '../../src/run/init.ts';
import { compareTemplates, takeTemplate } from '../../src/run/templates.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { repository } from '../run/program.ts';

const standings = (disk: Parameters<typeof compareTemplates>[0]) =>
  Object.fromEntries(compareTemplates(disk).value.map(({ file, standing }) => [file, standing]));

test('a new workspace uses the program’s own, every one', () => {
  const disk = memoryDisk();
  newWorkspace(disk);
  expect(disk.list('').filter((file) => file.endsWith('.hbs'))).toEqual([]);
  expect(new Set(Object.values(standings(disk)))).toEqual(new Set(['shipped']));
});

test('one that is taken is a copy; changed, it is told line by line, in whatever encoding it was saved', () => {
  const disk = memoryDisk();
  expect(takeTemplate(disk, 'letter')).toEqual({ value: 'templates/letter.hbs', messages: [] });
  expect(takeTemplate(disk, 'templates/letter.hbs').messages.map(({ code }) => code)).toEqual(['template-taken']);
  expect(standings(disk)['templates/letter.hbs']).toBe('same');
  const text = Buffer.from(disk.read('templates/letter.hbs') ?? '').toString('utf8');
  const [first = '', ...rest] = text.split('\n');
  disk.write('templates/letter.hbs', Buffer.from(`\uFEFF${[first, '<p>本室自加一句。</p>', ...rest].join('\r\n')}`));
  disk.write('templates/partials/own.hbs', Buffer.from('<p>甲</p>\n'));
  const changed = compareTemplates(disk).value.filter(({ standing }) => standing !== 'shipped');
  expect(changed).toEqual([
    {
      file: 'templates/letter.hbs',
      standing: 'changed',
      changes: [{ before: null, after: '<p>本室自加一句。</p>' }],
    },
    { file: 'templates/partials/own.hbs', standing: 'own', changes: [] },
  ]);
});

test('a template that is not there is asked about by its neighbours', () => {
  const { value, messages } = takeTemplate(memoryDisk(), 'leter');
  expect(value).toBeNull();
  expect(messages).toMatchObject([
    { code: 'template-unknown', data: { nearest: expect.arrayContaining(['letter.hbs']) as string[] } },
  ]);
});

test('the program’s own folder, which is the sample, has changed nothing', () => {
  expect(new Set(Object.values(standings(diskAt(repository))))).toEqual(new Set(['shipped']));
});
