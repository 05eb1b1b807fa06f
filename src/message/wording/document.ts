/** Messages of templates and markup (src/document/). */

type Nearest = { readonly nearest: readonly string[] };

export const documentWordings = {
  'template-syntax': {
    zh: ({ found }: { found: string }) => `模板语法有误：${found}`,
    en: ({ found }: { found: string }) => `the template cannot be parsed: ${found}`,
  },
  'template-too-much': {
    zh: ({ bound, found, most }: TooMuch) =>
      `模板${boundsZh[bound]}为 ${found}，最多 ${most}；请删去重复的内容或多层的循环`,
    en: ({ bound, found, most }: TooMuch) =>
      `${boundsEn[bound]}: ${found}, at most ${most}; take out what repeats, or loops inside loops`,
  },
  'template-path': {
    zh: ({ path, nearest }: Nearest & { path: string }) => `模板引用的“${path}”不存在${orList(nearest)}`,
    en: ({ path, nearest }: Nearest & { path: string }) => `the view has no “${path}”${orListEn(nearest)}`,
  },
  'template-kind': {
    zh: ({ path, expected }: { path: string; expected: string }) => `“${path}”不能这样使用，此处应为：${expected}`,
    en: ({ path, expected }: { path: string; expected: string }) =>
      `“${path}” cannot be used so; expected here: ${expected}`,
  },
  'template-statement': {
    zh: ({ statement }: { statement: string }) =>
      `模板中不能使用 ${statement}；只可用 {{名称}}、#each、#if、#unless、{{> 片段}}`,
    en: ({ statement }: { statement: string }) =>
      `${statement} is not for templates; use {{name}}, #each, #if, #unless, {{> partial}}`,
  },
  'template-helper': {
    zh: ({ helper, nearest }: Nearest & { helper: string }) => `没有名为“${helper}”的格式函数${orList(nearest)}`,
    en: ({ helper, nearest }: Nearest & { helper: string }) => `no helper “${helper}”${orListEn(nearest)}`,
  },
  'template-partial': {
    zh: ({ partial, nearest }: Nearest & { partial: string }) =>
      `片段“${partial}”不存在、带了参数或引用了自身${orList(nearest)}`,
    en: ({ partial, nearest }: Nearest & { partial: string }) =>
      `partial “${partial}” is missing, has arguments, or calls itself${orListEn(nearest)}`,
  },
  'template-unescaped': {
    zh: () => '不能用 {{{ }}} 或 {{& }}：数据不得成为标记，请改用 {{ }}',
    en: () => '{{{ }}} and {{& }} are refused: data must not become markup; use {{ }}',
  },
  'template-wide-space': {
    zh: () => '模板中不用全角空格：缩进由段落样式决定，请删去',
    en: () => 'no ideographic space in templates: indents come from paragraph styles; remove it',
  },
  'template-brace': {
    zh: ({ found }: { found: string }) =>
      `“${found}”会原样印在公文上：引用数据用半角的双花括号 {{ }}；确要印花括号的，写作 &#123; &#125;`,
    en: ({ found }: { found: string }) =>
      `“${found}” would be printed as it stands: data is named by ASCII double braces {{ }}; to print a brace, write &#123; &#125;`,
  },
  'blank-field': {
    zh: ({ path }: { path: string }) => `“${path}”不能为空`,
    en: ({ path }: { path: string }) => `“${path}” must not be blank`,
  },
  'wrong-field': {
    zh: ({ path, expected }: { path: string; expected: string }) => `“${path}”缺失或类型不符，应为 ${expected}`,
    en: ({ path, expected }: { path: string; expected: string }) =>
      `“${path}” is missing or of another kind; expected ${expected}`,
  },
  'markup-repaired': {
    zh: ({ found }: { found: string }) => `标记不完整或放错了位置：${found}`,
    en: ({ found }: { found: string }) => `markup is incomplete or misplaced: ${found}`,
  },
  'markup-stray-text': {
    zh: ({ text, parent }: { text: string; parent: string }) =>
      `文字“${text}”不能直接放在 <${parent === '' ? '最外层' : parent}> 中，请放入 <p> 或单元格`,
    en: ({ text, parent }: { text: string; parent: string }) =>
      `text “${text}” cannot stand in <${parent === '' ? 'the top level' : parent}>; put it into <p> or a cell`,
  },
  'markup-element': {
    zh: ({ element, nearest }: Nearest & { element: string }) => `模板中不能使用 <${element}>${orList(nearest)}`,
    en: ({ element, nearest }: Nearest & { element: string }) =>
      `templates cannot use <${element}>${orListEn(nearest)}`,
  },
  'markup-nesting': {
    zh: ({ element, parent }: { element: string; parent: string }) =>
      `<${element}> 不能放在 <${parent === '' ? '最外层' : parent}> 中`,
    en: ({ element, parent }: { element: string; parent: string }) =>
      `<${element}> cannot stand in <${parent === '' ? 'the top level' : parent}>`,
  },
  'markup-no-title': {
    zh: ({ parent }: { parent: string }) => `${parent === '' ? '公文' : '附件'}没有标题；请在开头加一行 <h1>标题</h1>`,
    en: ({ parent }: { parent: string }) => `the ${parent === '' ? 'paper' : 'annex'} has no title; begin it with <h1>`,
  },
  'markup-second-title': {
    zh: ({ parent }: { parent: string }) =>
      `${parent === '' ? '公文' : '附件'}只能有一个 <h1> 标题；“一、”级标题用 <h2>`,
    en: ({ parent }: { parent: string }) =>
      `the ${parent === '' ? 'paper' : 'annex'} can have one <h1>; headings 一、 are <h2>`,
  },
  'markup-figure': {
    zh: ({ figure, nearest }: Nearest & { figure: string }) => `没有名为“${figure}”的图${orList(nearest)}`,
    en: ({ figure, nearest }: Nearest & { figure: string }) => `there is no figure “${figure}”${orListEn(nearest)}`,
  },
  'markup-class': {
    zh: ({ element, class: name, nearest }: Nearest & { element: string; class: string }) =>
      `<${element}> 没有 class“${name}”${orList(nearest)}`,
    en: ({ element, class: name, nearest }: Nearest & { element: string; class: string }) =>
      `<${element}> has no class “${name}”${orListEn(nearest)}`,
  },
  'markup-attribute': {
    zh: ({ element, attribute }: { element: string; attribute: string }) => `<${element}> 不能带属性 ${attribute}`,
    en: ({ element, attribute }: { element: string; attribute: string }) =>
      `<${element}> cannot have the attribute ${attribute}`,
  },
};

type TooMuch = { readonly bound: keyof typeof boundsZh; readonly found: number; readonly most: number };

const boundsZh = {
  characters: '的字符数',
  depth: '中块的嵌套层数',
  expanded: '连同片段展开后的字符数',
  turns: '循环的次数',
  html: '生成的内容的字符数',
} as const;

const boundsEn = {
  characters: 'characters of the template',
  depth: 'blocks inside blocks',
  expanded: 'characters of the template with its partials',
  turns: 'turns of its loops',
  html: 'characters of what it makes',
} as const satisfies Record<keyof typeof boundsZh, string>;

/** `；是否为“甲”或“乙”？`, or nothing. */
function orList(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `；是否为${nearest.map((name) => `“${name}”`).join('或')}？`;
}

/** `; did you mean “a” or “b”?`, or nothing. */
function orListEn(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `; did you mean ${nearest.map((name) => `“${name}”`).join(' or ')}?`;
}
