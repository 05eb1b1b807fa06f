/** The payload of a bag and its bag-info.txt, in the layout that Chinese archives ask for: 说明文件, 文件目录, 电子档案, 其他. */
import type { Disk } from '../disk/disk.ts';
import { parseBagManifest } from './bag-format.ts';
import type { BagContent } from './content.ts';
import { printDirectoryCsv, printDirectoryXml } from './directory.ts';
import type { BagNames } from './next-bag.ts';
import { bagBase } from './next-bag.ts';
import { printNote } from './note.ts';
import type { ArchiveRequest } from './request.ts';
import type { BagPlan, PayloadFile } from './write-bag.ts';
import { payloadManifest } from './write-bag.ts';

/** Names that the practice prescribes are Chinese; those that we choose are ASCII. */
export function payloadOf(request: ArchiveRequest, content: BagContent, names: BagNames): readonly PayloadFile[] {
  const { quarter, date, office, agent } = request;
  const { items } = content;
  const head = { rules: office.archive, quarter, bag: names.name };
  const superseded = items.filter(({ state }) => state === 'superseded').length;
  const takenBack = items.filter(({ state }) => state === 'void' || state === 'recalled').length;
  const facts = {
    ...head,
    date,
    agent,
    superseded,
    takenBack,
    office: office.name,
    papers: items.length,
    previous: names.previous,
  };
  return [
    { path: '说明文件.TXT', bytes: printNote(facts) },
    { path: '文件目录.XML', bytes: printDirectoryXml(items, head) },
    { path: '文件目录.CSV', bytes: printDirectoryCsv(items) },
    ...lasting(content),
  ];
}

/** RFC 8493 2.2.2; Internal-Sender-Identifier names the bag that this one replaces. */
export function infoOf({ office, quarter, date, agent }: ArchiveRequest, names: BagNames): BagPlan['info'] {
  const { fondsCode, fondsName } = office.archive;
  return [
    ['Source-Organization', office.name],
    ['Contact-Name', office.contact.name],
    ['Contact-Phone', office.contact.phone],
    ['External-Description', `${fondsName} ${quarter} 督查督办公文`],
    ['External-Identifier', names.name],
    ['Bag-Group-Identifier', bagBase(fondsCode, quarter)],
    ['Bagging-Date', date],
    ['Internal-Sender-Identifier', names.previous ?? ''],
    ['Internal-Sender-Description', names.previous === null ? '' : `替代 ${names.previous}，该包原样保存`],
    ['Bag-Software-Agent', agent],
  ];
}

/** Whether a bag holds this content already; its note and directory bear its own name and date, and are left out. */
export function isSameContent(disk: Disk, folder: string, content: BagContent): boolean {
  const manifest = disk.read(`${folder}/manifest-sha256.txt`);
  if (manifest === null) return false;
  const isLasting = (path: string): boolean => /^data\/(电子档案|其他)\//u.test(path);
  const { lines } = parseBagManifest(new TextDecoder().decode(manifest));
  const before = lines.filter(({ path }) => isLasting(path)).map(({ hash, path }) => `${hash}  ${path}\n`);
  return before.join('') === payloadManifest(lasting(content), 'sha256');
}

function lasting({ items, others }: BagContent): readonly PayloadFile[] {
  return [...items.flatMap((item) => item.payload), ...others];
}
