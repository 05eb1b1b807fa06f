/** What a unit's name looks like: asked only where nothing else vouches for it. */

const ends = [
  '局 厅 委 部 办 院 署 司 处 室 所 站 队 社 会 科 校 团',
  '委员会 办公室 政府 中心 公司 集团 银行 单位 部门 机构 企业 机关 地区 地方 方面 协会 商会 学会 学院 大学 高校 医院 法院 检察院',
  '妇联 文联 侨联 残联 工商联 社科联 科协 作协 贸促会 红十字会 总工会 工会 团省委 团市委 团县委 团区委 党校 党工委 管委会',
  '开发区 园区 新区 高新区 经开区 示范区 保税区 自贸区 街道 办事处 乡镇 镇街 街镇 各镇 各乡 各县 各区 各市 市州 县市区 县区 市县 区县 市区',
  '专班 指挥部 领导小组 工作组 联席会议 总队 支队 大队 中队 武装部 电视台 融媒体 报社 电网 供电 联社 总社 党委 党组 党支部',
  '自治区 直辖市 兵团 县级市 地级以上市 人民团体 总行 分行 支行 中央 国务院 共青团 各街 各地 公积金 统计 烟草 邮政 海关 气象 消防',
].flatMap((row) => row.split(' '));

const endPattern = new RegExp(`(?:${ends.toSorted((a, b) => b.length - a.length).join('|')})$`, 'u');
const brackets = /[（(〔［【][^（(〔［【]*[）)〕］】]/gu;

/** `省发展改革委`, `省数据集团（筹）`, `各市、县〔市、区〕政府`. */
export function looksLikeUnit(name: string): boolean {
  const plain = name.replaceAll(brackets, '').trim();
  return plain.length >= 2 && plain.length <= 40 && endPattern.test(plain) && !/[。：:！？]|\d[所个家支]$/u.test(plain);
}

const strongEnd =
  /(?:局|厅|委员会|发展改革委|办公室|办公厅|政府|法院|检察院|中心|公司|集团|银行|管委会|总队|支队|部门|单位|办事处|委办|信访办|编办)$/u;

/** A name that is certainly whole: what follows it on the next line of a cell is another one. */
export function isWholeUnit(name: string): boolean {
  return strongEnd.test(name);
}

const shortEnd = /(?:(?<!党)委|署|院|[支分总]行|[妇文侨残]联|工商联|社科联|工会|协会|商会|\p{Script=Han}{2}[部办])$/u;

/** Whole before `和` or `及`: 财政部和, 总工会及; at a line's end these may be half of a name (`人力资源和社会`, `发改委`+`员会`). */
export function isWholeBeforeAnd(name: string): boolean {
  return isWholeUnit(name) || shortEnd.test(name);
}
