/** Messages of office.yaml (src/intake/office.ts). */
type Expected = { readonly zh: string; readonly en: string };
type Wrong = { key: string; found: string; expected: Expected };

export const officeWordings = {
  'yaml-broken': {
    zh: ({ kind }: { kind: string }) => `文件写法有误：${yamlKinds[kind]?.zh ?? kind}`,
    en: ({ kind }: { kind: string }) => `cannot be read as YAML: ${yamlKinds[kind]?.en ?? kind}`,
  },
  'office-missing': {
    zh: ({ key, expected }: { key: string; expected: Expected }) =>
      `缺少“${key}”，应为${expected.zh}；写法见样例中的说明`,
    en: ({ key, expected }: { key: string; expected: Expected }) =>
      `“${key}” is missing; expected ${expected.en}; the sample file explains it`,
  },
  'office-wrong': {
    zh: ({ key, found, expected }: Wrong) => `“${key}”写的是${found}，应为${expected.zh}`,
    en: ({ key, found, expected }: Wrong) => `“${key}” is ${found}; expected ${expected.en}`,
  },
  'office-not-filled': {
    zh: ({ key }: { key: string }) => `“${key}”还没有填写；请改为本机关的内容`,
    en: ({ key }: { key: string }) => `“${key}” is not filled in yet; put in what your office uses`,
  },
  'office-inner-body': {
    zh: ({ name }: { name: string }) => `“${name}”像是内设机构，除办公厅（室）外不能对外正式发文；请写它所在的机关`,
    en: ({ name }: { name: string }) =>
      `“${name}” seems an inner section, which may not send official papers out; name the body that it belongs to`,
  },
  'office-unknown-key': {
    zh: ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
      `不认识“${key}”${nearest.length > 0 ? `；是否为“${nearest[0]}”？` : '，请删去'}`,
    en: ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
      `“${key}” is not known${nearest.length > 0 ? `; did you mean “${nearest[0]}”?` : '; delete it'}`,
  },
  'office-unknown-unit': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `ownUnits 中的“${written}”不在单位名录中${nearest.length > 0 ? `；是否为${nearest.map((name) => `“${name}”`).join('、')}？` : ''}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `ownUnits names “${written}”, which the roster does not have${nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : ''}`,
  },
  'scoring-when-or-finding': {
    zh: () => '一条规则写 when 或 finding，二者取一',
    en: () => 'a rule has either “when” or “finding”',
  },
  'scoring-without-points': {
    zh: ({ label }: { label: string }) => `“${label}”没有写 points（每项几分）`,
    en: ({ label }: { label: string }) => `“${label}” has no points`,
  },
  'scoring-per-day': {
    zh: ({ label }: { label: string }) => `只有迟报、催办后报送可以按天计，“${label}”不行；请删去 per`,
    en: ({ label }: { label: string }) => `only 迟报 and 催办后报送 are counted by day, not “${label}”; delete “per”`,
  },
};

const yamlKinds: Readonly<Record<string, Expected>> = {
  ALIAS: {
    zh: '不能使用 *（引用）；文字以 * 开头的请加引号',
    en: 'aliases (*) are not allowed; quote a text that begins with *',
  },
  BAD_ALIAS: {
    zh: '不能使用 *（引用）；文字以 * 开头的请加引号',
    en: 'aliases (*) are not allowed; quote a text that begins with *',
  },
  BAD_INDENT: {
    zh: '缩进不对，或前面的括号、引号没有配对',
    en: 'wrong indentation, or an unpaired bracket or quote before it',
  },
  BLOCK_AS_IMPLICIT_KEY: { zh: '冒号后面的写法不对，一行只能有一个“名称: 值”', en: 'one “key: value” a line' },
  DUPLICATE_KEY: { zh: '同一个名称写了两次，请删去一个', en: 'the same key stands twice; delete one' },
  MISSING_CHAR: { zh: '缺少配对的引号、括号或逗号', en: 'a quote, bracket or comma is missing' },
  MULTILINE_IMPLICIT_KEY: { zh: '这一行没有半角冒号，或冒号后缺空格', en: 'no colon, or no blank after it' },
  MULTIPLE_DOCS: { zh: '不能有 --- 分隔线', en: 'there must be no --- line' },
  TAB_AS_INDENT: { zh: '缩进用了 Tab，请改成空格', en: 'a tab is used for indentation; use blanks' },
  UNEXPECTED_TOKEN: {
    zh: '这里的写法不对，请检查冒号、空格、引号和括号',
    en: 'unexpected text; check colons, blanks, quotes and brackets',
  },
};
