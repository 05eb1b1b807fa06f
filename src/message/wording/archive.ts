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
      `只能核验 BagIt 0.93 至 1.0 的包，bagit.txt 应为规定的两行；此包为“${version}”、“${encoding}”，暂按 1.0、UTF-8 核验`,
    en: ({ version, encoding }: { version: string; encoding: string }) =>
      `only bags of BagIt 0.93 to 1.0, with the two lines laid down for bagit.txt, can be verified; this one says “${version}”, “${encoding}” and is read as 1.0 in UTF-8`,
  },
  'bag-byte-order-mark': {
    zh: () => 'bagit.txt 开头有字节顺序标记（BOM），不合规定；可能被记事本保存过，请恢复原文件',
    en: () =>
      'bagit.txt begins with a byte order mark, which is forbidden; an editor may have saved it: restore the original',
  },
  'bag-to-be-fetched': {
    zh: ({ path }: { path: string }) => `“${path}”只有下载地址，包中没有；请先取齐文件`,
    en: ({ path }: { path: string }) => `“${path}” is still to be fetched; the bag is not complete`,
  },
  'bag-fetch-line': {
    zh: () => 'fetch.txt 的这一行不是“地址 长度 路径”，或路径指向包外',
    en: () => 'this line of fetch.txt is not “address length path”, or its path leads out of the bag',
  },
  'bag-fetched': {
    zh: () => '包中列有下载地址（fetch.txt），所列文件都已取齐',
    en: () => 'the bag names addresses to fetch files from; all of them are there',
  },
  'bag-dotted-path': {
    zh: ({ path }: { path: string }) => `清单中的路径“${path}”以“./”开头，已按去掉后的路径核验`,
    en: ({ path }: { path: string }) => `the path “${path}” begins with “./”; checked without it`,
  },
  'bag-link': {
    zh: () => '是指向别处的链接，不是文件：包移走后内容就没有了',
    en: () => 'a link to elsewhere and no file: moved with the bag, it holds nothing',
  },
  'bag-names-alike': {
    zh: ({ first }: { first: string }) => `与“${first}”只有大小写或字符形式不同：复制到 Windows 上会互相覆盖`,
    en: ({ first }: { first: string }) =>
      `differs from “${first}” only in case or Unicode form: copied to Windows, one overwrites the other`,
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
  'archive-evidence-changed': {
    zh: ({ unit, isMissing }: { unit: string | null; isMissing: boolean }) =>
      `${unit === null ? '这件' : `“${unit}”的这件`}佐证材料关账后${isMissing ? '找不到了' : '被改动过'}，没有归档；请把关账时的原件按原名放回原处，再运行一次 archive（会另成一包，前一包不动）`,
    en: ({ unit, isMissing }: { unit: string | null; isMissing: boolean }) =>
      `this attachment${unit === null ? '' : ` of “${unit}”`} ${isMissing ? 'is gone' : 'was changed'} since the quarter was closed and is not archived; put the original back under its name and run archive again (it makes a bag of its own)`,
  },
  'archive-annex-changed': {
    zh: ({ number }: { number: string }) =>
      `${number} 的附件缺失或与发文时不同，不能归档，也不能重新生成；请从备份恢复后再试`,
    en: ({ number }: { number: string }) =>
      `an annex of ${number} is missing or not what was issued, and cannot be made again; restore it from a backup and try again`,
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

type NameFault = 'not-nfc' | 'control' | 'percent' | 'unsafe' | 'windows';

const faultsZh = {
  'not-nfc': '不是 NFC 形式的字符，换一台计算机可能找不到',
  control: '含换行等控制字符',
  percent: '含“%”，有的程序会误读',
  unsafe: '指向包外或含“\\”',
  windows: '在 Windows 上不能使用此名称',
} as const satisfies Record<NameFault, string>;

const faultsEn = {
  'not-nfc': 'not in Unicode form NFC, another computer may not find it',
  control: 'line breaks or other control characters',
  percent: 'holds %, which some programs misread',
  unsafe: 'leads out of the bag or holds \\',
  windows: 'Windows cannot have this name',
} as const satisfies Record<NameFault, string>;
