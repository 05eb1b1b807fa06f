/** Random catalogues, and the layouts they can be printed in. Shared by the property tests. */
import fc from 'fast-check';

export type Plain = {
  readonly text: string;
  readonly leads: readonly string[];
  readonly cooperators: readonly string[];
  readonly deadline: string | null;
};
export type Section = { readonly title: string; readonly tasks: readonly Plain[] };

const units = [
  '区委组织部',
  '区委办公室',
  '区纪委监委',
  '区财政局',
  '区发展和改革委员会',
  '区人力资源和社会保障局',
  '区文化和旅游局',
  '区卫生健康委',
  '区人民法院',
  '区人民检察院',
  'XX各派出所',
  '区110联动办公室',
  '省数据集团（筹）',
  '团区委',
  '区妇联',
  '区总工会',
  '各街道办事处',
  '各市、县〔市、区〕政府',
  '各单位',
  '区公共资源交易中心',
  'XX国土资源分局',
  '区人大常委会法工委',
  '区行政执法部门',
  '区供销社',
  '区应急管理局',
  '有关县（市、区）人民政府',
  '相关部门',
] as const;

// Sets that the document leaves open.
const openSets: ReadonlySet<string> = new Set(['有关县（市、区）人民政府', '相关部门']);

// Words with all that misleads: figures with points, numerals before commas, brackets, quoted titles, label words without a colon.
const words = [
  '健全',
  '工作机制',
  '“三资”管理',
  '《若干规定（试行）》',
  '村务监督',
  '多报合一、多审合一',
  '投资增长6.5%',
  '培育企业12户',
  '党（工）委（党组）',
  '11.121人才梯队',
  '“两代表一委员”',
  '牵头单位和配合单位要落实责任',
  '惠及群众',
  '进度时限',
  '第一批',
  '（二）类事项',
  '网上公开',
  '督促整改',
] as const;

const sentence = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((clauses) => `推动${clauses.map((clause) => clause.join('')).join('，')}。`);

const deadline = fc.constantFrom(null, null, '2024年6月底前', '持续推进', '2025年底前', '12月底前');

const task: fc.Arbitrary<Plain> = fc
  .record({
    text: sentence,
    names: fc.uniqueArray(fc.constantFrom(...units), { minLength: 1, maxLength: 7 }),
    leadCount: fc.integer({ min: 1, max: 3 }),
    deadline,
  })
  .map(({ text, names, leadCount, deadline: due }) => ({
    text,
    leads: names.slice(0, leadCount),
    cooperators: names.slice(leadCount),
    deadline: due,
  }));

const title = fc.constantFrom('加强作风建设', '提升治理能力，维护群众利益', '优化营商环境', '深化改革和转变职能');

/** Sections with their tasks. */
export const sections: fc.Arbitrary<readonly Section[]> = fc.array(
  fc.record({ title, tasks: fc.array(task, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 4 },
);

export type Labels = {
  readonly lead: string;
  readonly cooperating: string;
  readonly deadline: string;
  readonly colon: string;
};

export const labels: fc.Arbitrary<Labels> = fc.record({
  lead: fc.constantFrom('牵头单位', '牵头部门', '牵头责任单位', '主要责任单位', '承办单位'),
  cooperating: fc.constantFrom('配合单位', '配合部门', '协同配合单位', '协办单位'),
  deadline: fc.constantFrom('完成时限', '时间节点'),
  colon: fc.constantFrom('：', ':'),
});

export type Expected = Plain & {
  readonly responsible: readonly string[];
  readonly andOthers: boolean;
  readonly section: string;
};

/** What the parser must give back for a printed catalogue; in a layout that names no lead, the first names are responsible. */
export function expected(printed: readonly Section[], namesLeads = true): readonly Expected[] {
  return printed.flatMap(({ title: name, tasks }) =>
    tasks.map((each) => ({
      ...each,
      leads: namesLeads ? each.leads : [],
      responsible: namesLeads ? [] : each.leads,
      andOthers: [...each.leads, ...each.cooperators].some((unit) => openSets.has(unit)),
      section: name,
    })),
  );
}

export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
