/** 考核评分表 of one unit: every line of the score with its evidence, then the tasks it was judged on. */
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { Evidence, Scorecard, ScoreLine } from '../domain/score.ts';
import { reasonText } from '../domain/events.ts';
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
  lines: [lineShape],
  tasks: [{ ...judgedTaskShape, reason: 'blank' }],
  common: [{ no: 'text', text: 'text' }],
} as const;

export function scorecardPaper(scorecard: Scorecard, ledger: Ledger): Paper<typeof scorecardShape> {
  const entries = ledger.entries.filter((entry) => entry.unit.code === scorecard.unit.code);
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
      standing: standingOf(scorecard),
      isOwn: scorecard.isOwn,
      lines: scorecard.lines.map(lineView),
      tasks: named.map((entry) => ({ ...judgedTask(entry), reason: reasonText(entry) })),
      common: common.map(({ task }) => ({ no: task.no, text: task.text })),
    },
    meta: tableMeta('portrait', ledger.asOf),
  };
}

function lineView(line: ScoreLine) {
  const isCounted = line.kind === 'rule' || line.kind === 'manual';
  return {
    group: line.group,
    label: `${line.label}${line.isCapped ? '（已达上限）' : ''}`,
    count: isCounted ? String(line.count) : '',
    points: line.kind === 'start' ? formatPoints(line.points) : signed(line.points),
    // What rests on the rule file alone has its points in the line itself.
    evidence: line.evidence.map((each) => evidenceLine(isCounted ? each : { ...each, points: 0 })).join('\n'),
  };
}

/** `第12项：2024年12月28日报送，迟3天，扣0.5分〔区财政局.csv第7行〕` */
export function evidenceLine(evidence: Evidence): string {
  const task = evidence.taskId === null ? '' : `第${evidence.taskId}项：`;
  const file = evidence.place?.file.slice(evidence.place.file.lastIndexOf('/') + 1);
  const place =
    file === undefined ? '' : `〔${file}${evidence.place?.row === null ? '' : `第${evidence.place?.row}行`}〕`;
  return `${task}${evidence.text}${pointsWords(evidence.points)}${place}`;
}

export function standingOf(scorecard: Scorecard): string {
  if (scorecard.unranked === 'own') return '本机关自身事项，不参与排名';
  if (scorecard.rank === null) return '本季度无考核任务，不参与排名';
  return `${scorecard.rankGroup}第${scorecard.rank}名（共${scorecard.rankedCount}个单位）`;
}

/** What one piece of evidence costs or gives; nothing where it has no points of its own. */
function pointsWords(points: number): string {
  return points === 0 ? '' : `，${points < 0 ? '扣' : '加'}${formatPoints(Math.abs(points))}分`;
}

/** Points with at most two decimals, as the rules add them up; whole numbers bare. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2)));
}

function signed(points: number): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}
