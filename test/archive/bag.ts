/** A little bag for the tests. */
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes } from '../register/office.ts';
import { writeBag } from '../../src/archive/write-bag.ts';
import type { Disk } from '../../src/disk/disk.ts';
import type { Message } from '../../src/message/message.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

export const folder = 'out/archive/X001-2024Q3-01';

export function write(disk: Disk): readonly Message[] {
  const payload = [
    { path: '说明文件.TXT', bytes: bytes('说明') },
    { path: '电子档案/0001/0001.pdf', bytes: bytes('%PDF') },
    { path: '其他/空.csv', bytes: bytes('') },
  ];
  const info = [
    ['Source-Organization', '某区\n督查室'],
    ['Bagging-Date', '2024-12-31'],
    ['Internal-Sender-Identifier', ''],
  ] as const;
  return writeBag(disk, { folder, payload, info });
}

export function bagged(): MemoryDisk {
  const disk = memoryDisk();
  write(disk);
  return disk;
}

export function words(messages: readonly Message[]): readonly string[] {
  return messages.map((message) => wordMessage(message, 'zh').replace(`${folder}/`, ''));
}
