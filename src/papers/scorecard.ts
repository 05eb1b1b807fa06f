/** 考核评分表 of one unit: every line of the score with its evidence, then the tasks it was judged on. */
import { ownEntries } from '../domain/of-ledger.ts';
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { Scorecard, ScoreLine } from '../domain/score.ts';
import { commonList, commonListShape } from './common-tasks.ts';
import { formatPoints, lineEvidence, reasonText } from './evidence.ts';
import { tableMeta } from './meta.ts';
import { judgedTask, judgedTaskShape } from './task-row.ts';
import { quarterWords } from './words.ts';

const lineShape = {
  /** Blank for 起评分 and the bounds, which belong to no 考核项目. */
  group: 'blank',
  label: 'text',
  count: 'blank',
  points: 'text',
  evidence: 'blank',
} as const;

export const scorecardShape = {
  unit: 'text',
  quarter: 'text',
  asOf: 'date',
  score: 'text',
  /** `政府部门第3名（共21个单位）`, or why it is not ranked. */
  standing: 'text',
  isOwn: 'flag',
  /** Some group has several lines that are shares: their sum is rounded as one. */
  isShared: 'flag',
  lines: [lineShape],
  tasks: [{ ...judgedTaskShape, reason: 'blank' }],
  ...commonListShape,
} as const;

export function scorecardPaper(scorecard: Scorecard, ledger: Ledger): Paper<typeof scorecardShape> {
  const entries = ownEntries(ledger, scorecard.unit);
  const named = entries.filter((entry) => entry.group === null);
  const common = entries.filter((entry) => entry.group !== null);
  return {
    template: 'scorecard',
    shape: scorecardShape,
    view: {
      unit: scorecard.unit.name,
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      score: formatPoints(scorecard.score),
      standing: rankSentence(scorecard),
      isOwn: scorecard.isOwn,
      isShared: hasSharesTogether(scorecard),
      lines: scorecard.lines.map(lineView),
      tasks: named.map((entry) => ({ ...judgedTask(entry), reason: reasonText(entry) })),
      ...commonList(common),
    },
    meta: tableMeta('portrait', ledger.asOf),
  };
}

function hasSharesTogether({ lines }: Scorecard): boolean {
  const shared = lines.filter(({ share }) => share !== null).map(({ group }) => group);
  return new Set(shared).size < shared.length;
}

function lineView(line: ScoreLine) {
  const isCounted = line.kind === 'rule' || line.kind === 'manual';
  return {
    group: line.kind === 'manual' ? manualGroup(line) : line.group,
    label: `${lineLabel(line)}${line.isCapped ? '（已达上限）' : ''}`,
    count: isCounted ? String(line.count) : '',
    points: line.kind === 'start' ? formatPoints(line.points) : signed(line.points),
    evidence: lineEvidence(line),
  };
}

/** What the office marked without points (推荐) is told, and said not to count. */
function manualGroup({ points }: ScoreLine): string {
  return points === 0 ? '不计分' : '人工加减分';
}

const lineLabels = { start: '起评分', floor: '补至最低分', ceiling: '减至最高分', rule: '', manual: '其他' } as const;

/** As the rule or adjustments.csv calls it. */
export function lineLabel({ kind, label }: ScoreLine): string {
  return label === '' ? lineLabels[kind] : label;
}

export function rankSentence(scorecard: Scorecard): string {
  if (scorecard.unranked === 'own') return '本机关自身事项，不参与排名';
  if (scorecard.rank === null) return '本季度无考核任务，不参与排名';
  return `${scorecard.rankGroup}第${scorecard.rank}名（共${scorecard.rankedCount}个单位）`;
}

function signed(points: number): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}
