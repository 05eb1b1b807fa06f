/** The words of the genre for each field of a task; synonyms separated by spaces, so that the table stays a table. */

export type Field =
  | 'leads'
  | 'cooperators'
  | 'responsible'
  | 'division'
  | 'deadline'
  | 'leaders'
  | 'target'
  | 'standard'
  | 'note';

// What a role is said of: 牵头 + 单位, 部门, 单位（部门）…
const bodies = [
  '单位 部门 机构 方 科室 处室 股室 主体',
  '单位（部门） 单位(部门) 部门（单位） 部门(单位) 单位和部门 部门和单位 单位、部门 部门、单位 单位及部门 部门及单位',
];

// 承办 and 牵头, 协办 and 配合 are one in the trade; 主要责任单位 stands beside 协同配合单位 as the first of them.
const leadRoles = [
  '牵头 牵头责任 牵头负责 牵头落实 牵头承办 牵头实施 牵头主管 第一牵头 总牵头 责任牵头 整改牵头 牵头整改',
  '主要责任 主责 第一责任 主办 承办 主要承办 主抓 牵头（责任） 牵头(责任) 责任（牵头） 责任(牵头)',
];
const cooperatingRoles = [
  '配合 协同配合 协助配合 配合责任 责任配合 配合落实 支持配合 配合参与 参与配合 协办 会办',
  '协同 协作 协助 参与 参加 协同责任 协同推进 责任（配合） 责任(配合) 配合（责任） 配合(责任) 参加（配合） 配合（参与）',
];
const responsibleRoles = [
  '责任 落实 实施 落实责任 责任落实 具体责任 直接责任 相关责任 实施责任 工作责任 负责 执行',
  '整改责任 整改 整改落实 整改实施 属地责任 项目责任 具体实施 具体落实 具体负责',
];

const plainWords: Readonly<Partial<Record<Field, readonly string[]>>> = {
  leads: ['牵头 主办'],
  cooperators: ['配合 协办 参与'],
  responsible: ['责任分工 责任'],
  // One list for both: who leads is said in it (`X牵头，Y配合`) or not at all.
  division: [
    '部门分工 任务分工 职责分工 单位分工 分工 牵头及配合单位 牵头、配合单位 牵头和配合单位 牵头（配合）单位',
    '牵头单位及配合单位 牵头单位和配合单位 牵头单位、配合单位 牵头及责任单位 牵头和责任单位 牵头、责任单位',
    '牵头单位及责任单位 牵头单位和责任单位 牵头单位、责任单位 责任及配合单位 责任和配合单位 责任单位及配合单位',
  ],
  deadline: [
    '完成时限 完成时间 完成期限 完成时间节点 完成时间要求 完成时限要求 时间节点 时限要求 时限 时间要求 时间安排',
    '办理时限 办结时限 推进时限 工作时限 进度要求 时间进度 时序进度 实施时间 实施期限 起止时间 完成日期 时间 期限 时段',
    '计划完成时间 计划完成时限 预计完成时间 拟完成时间 最迟完成时间 完成节点 进度安排 进度时限 办理期限',
    '整改时限 整改期限 整改时间 整改完成时限 完成整改时限 整改完成时间 销号时限 销号时间',
  ],
  leaders: [
    '责任领导 分管领导 牵头领导 主管领导 包联领导 包抓领导 主抓领导 负责领导 配合领导 挂钩领导 联系领导 领导',
    '市领导 区领导 县领导 省领导 牵头市领导 牵头区领导 牵头县领导 牵头省领导 责任市领导 责任区领导 责任县领导',
    '分管市领导 分管区领导 分管县领导 分管省领导 分管县长 分管区长 分管市长 分管副县长 分管副区长 分管副市长',
    '责任人 牵头人 第一责任人 直接责任人 主要责任人 具体责任人 整改责任人 负责人 分管负责人 包案领导 包保领导',
  ],
  target: [
    '工作目标 目标任务 年度目标 目标要求 任务目标 主要目标 阶段目标 完成目标 目标 预期目标 预期成果 工作成果 成果形式 整改目标',
  ],
  standard: ['工作标准 完成标准 标准 质量标准 标准要求 考核标准 验收标准 评价标准 整改标准 销号标准'],
  note: [
    '备注 说明 联系人 联系电话 联络员 任务来源',
    '督办单位 督查单位 督办部门 督导单位 监督单位 验收单位 考核单位 汇总单位 建设单位 审核单位 督办领导 督查领导',
  ],
};

/** Each label word with its field. */
export const fieldOfWord: ReadonlyMap<string, Field> = new Map([
  ...withBodies('leads', leadRoles),
  ...withBodies('cooperators', cooperatingRoles),
  ...withBodies('responsible', responsibleRoles),
  ...Object.entries(plainWords).flatMap(([field, rows]) =>
    // Object.entries forgets the key type of plainWords.
    words(rows).map((word) => [word, field as Field] as const),
  ),
]);

function withBodies(field: Field, rows: readonly string[]): readonly (readonly [string, Field])[] {
  return words(rows).flatMap((role) => words(bodies).map((body) => [role + body, field] as const));
}

function words(rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) => row.split(' '));
}
