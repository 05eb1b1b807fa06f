/** Messages of the archive: writing and verifying bags (src/archive/). */
export const archiveWordings = {
  'not-a-bag': {
    zh: () => '不是档案包：缺少 bagit.txt；请核对路径',
    en: () => 'not a bag: bagit.txt is missing; check the path',
  },
  'bag-no-declaration': {
    zh: () => '缺少 bagit.txt：不再是完整的档案包；其余文件仍按清单核验',
    en: () => 'bagit.txt is missing: no longer a whole bag; the other files were checked against the manifests',
  },
  'bag-version': {
    zh: ({ version, encoding }: { version: string; encoding: string }) =>
      `只能核验 BagIt 0.93 至 1.0、UTF-8 编码的包，此包为“${version}”、“${encoding}”`,
    en: ({ version, encoding }: { version: string; encoding: string }) =>
      `only bags of BagIt 0.93 to 1.0 in UTF-8 can be verified; this one says “${version}”, “${encoding}”`,
  },
  'bag-fetch': {
    zh: () => '包中部分文件只有下载地址（fetch.txt），不完整；请先取齐文件',
    en: () => 'files of the bag are still to be fetched (fetch.txt): it is not complete',
  },
  'bag-algorithm': {
    zh: ({ algorithm, known }: { algorithm: string; known: readonly string[] }) =>
      `不认识校验算法“${algorithm}”，此清单未核验；可用：${known.join('、')}`,
    en: ({ algorithm, known }: { algorithm: string; known: readonly string[] }) =>
      `unknown algorithm “${algorithm}”, the manifest was not checked; known: ${known.join(', ')}`,
  },
  'bag-line': {
    zh: () => '清单的这一行不是“校验码 路径”',
    en: () => 'this line of the manifest is not “hash path”',
  },
  'bag-unsafe-path': {
    zh: ({ path }: { path: string }) => `清单中的路径“${path}”指向包外或位置不对，未核验`,
    en: ({ path }: { path: string }) => `the path “${path}” leads out of the bag or is out of place; not checked`,
  },
  'bag-path-twice': {
    zh: ({ path }: { path: string }) => `清单中“${path}”出现两次`,
    en: ({ path }: { path: string }) => `“${path}” stands twice in the manifest`,
  },
  'bag-no-manifest': {
    zh: () => '没有可用的清单（manifest-….txt），内容无法核验',
    en: () => 'no usable manifest (manifest-….txt): the content cannot be verified',
  },
  'bag-no-tag-manifest': {
    zh: () => '没有可用的标签清单（tagmanifest-….txt），说明性文件是否被改动无法核验',
    en: () => 'no usable tag manifest (tagmanifest-….txt): nobody can tell whether the tag files were edited',
  },
  'bag-oxum': {
    zh: ({ expected, found }: { expected: string; found: string }) =>
      `内容的总字节数和文件数应为 ${expected}，现为 ${found}`,
    en: ({ expected, found }: { expected: string; found: string }) =>
      `bytes and number of the payload files should be ${expected}, found ${found}`,
  },
  'bag-not-archived': {
    zh: ({ date }: { date: string }) => `与 ${date} 归档时登记的不是同一个包：封装后被改动并重新封装；请以移交的包为准`,
    en: ({ date }: { date: string }) => `not the bag that was entered on ${date}: it was changed and sealed anew`,
  },
  'bag-missing': {
    zh: () => '缺失：清单中有此文件，包中没有',
    en: () => 'missing: the manifest names it, the bag does not have it',
  },
  'bag-changed': {
    zh: () => '改动：内容与校验码不符',
    en: () => 'changed: the content does not match its hash',
  },
  'bag-extra': {
    zh: () => '多余：包中有此文件，清单中没有',
    en: () => 'extra: it lies in the bag, but not in every manifest',
  },
  'bag-bad-name': {
    zh: ({ fault }: { fault: NameFault }) => `文件名不合要求：${faultsZh[fault]}`,
    en: ({ fault }: { fault: NameFault }) => `badly named: ${faultsEn[fault]}`,
  },
  'archive-not-issued': {
    zh: ({ quarter }: { quarter: string }) => `${quarter} 尚未发文，没有可归档的文件；请先用 duban issue ${quarter}`,
    en: ({ quarter }: { quarter: string }) =>
      `${quarter} is not issued, there is nothing to archive; use duban issue ${quarter} first`,
  },
  'archive-not-built': {
    zh: () => '此文件不是最近一次生成的结果（缺失或被手工修改），不能归档；请先运行 duban build',
    en: () =>
      'not as the last build made it (missing, or edited by hand) and cannot be archived; run duban build first',
  },
  'archive-paper-changed': {
    zh: ({ number }: { number: string }) =>
      `${number} 的文件缺失或与发文时不同，不能归档；请先用 duban verify out/issued 核对`,
    en: ({ number }: { number: string }) =>
      `the file of ${number} is missing or not what was issued and cannot be archived; see duban verify out/issued`,
  },
  'archive-unchanged': {
    zh: ({ bag }: { bag: string }) => `自档案包 ${bag} 以来内容没有变化，未另行封装`,
    en: ({ bag }: { bag: string }) => `nothing changed since bag ${bag}; no new one was made`,
  },
  'archive-date': {
    zh: ({ date, last }: { date: string; last: string }) => `归档日期 ${date} 早于最后一件公文的成文日期 ${last}`,
    en: ({ date, last }: { date: string; last: string }) => `the date ${date} lies before the last paper’s, ${last}`,
  },
  'pages-unknown': {
    zh: ({ number }: { number: string }) => `${number} 的页数无法读出，文件目录中留空`,
    en: ({ number }: { number: string }) => `the number of pages of ${number} cannot be read and is left blank`,
  },
};

type NameFault = 'not-nfc' | 'control' | 'percent' | 'unsafe';

const faultsZh = {
  'not-nfc': '不是 NFC 形式的字符，换一台计算机可能找不到',
  control: '含换行等控制字符',
  percent: '含“%”',
  unsafe: '指向包外或含“\\”',
} as const satisfies Record<NameFault, string>;

const faultsEn = {
  'not-nfc': 'not in Unicode form NFC, another computer may not find it',
  control: 'line breaks or other control characters',
  percent: 'holds %',
  unsafe: 'leads out of the bag or holds \\',
} as const satisfies Record<NameFault, string>;
