/** Evidence in words for people: what happened on which day, and never a file or a row; those stand in `trace` and in internal papers. */
import type { Entry } from '../domain/entry.ts';
import { formatIssueDate } from '../document/official-text.ts';
import { lightFact, round } from '../domain/events.ts';
import type { Evidence, EvidenceFact, LightFact, ScoreLine } from '../domain/score.ts';
import type { CalendarDate } from '../trade/calendar.ts';

/** `第12项：2024年12月28日反馈，迟3天，扣0.5分` */
export function evidenceLine(evidence: Evidence): string {
  const task = evidence.taskId === null ? '' : `第${evidence.taskId}项：`;
  return `${task}${factWords(evidence.fact)}${pointsWords(evidence.points)}`;
}

/** The same with file and row, for the office itself: `…〔区财政局.csv第7行〕`. */
export function tracedLine(evidence: Evidence): string {
  const { place } = evidence;
  if (place === null) return evidenceLine(evidence);
  const file = place.file.slice(place.file.lastIndexOf('/') + 1);
  return `${evidenceLine(evidence)}〔${file}${place.row === null ? '' : `第${place.row}行`}〕`;
}

/** Each piece of evidence on a line; of a share the fraction first, and the tasks without points of their own. */
export function lineEvidence(line: ScoreLine): string {
  const isCounted = line.kind === 'rule' || line.kind === 'manual';
  const isPriced = isCounted && line.share === null;
  const pieces = line.evidence.map((each) => evidenceLine(isPriced ? each : { ...each, points: 0 }));
  return [...(line.share === null ? [] : [shareWords(line.share)]), ...pieces].join('\n');
}

/** `30分×1÷67.5（所涉÷全部任务权重）`: how the points come about. */
function shareWords({ points, concerned, carried }: NonNullable<ScoreLine['share']>): string {
  const whole = formatPoints(Math.abs(points));
  return `${whole}分×${formatPoints(concerned)}÷${formatPoints(carried)}（所涉÷全部任务权重）`;
}

export function factWords(fact: EvidenceFact): string {
  switch (fact.kind) {
    case 'rule':
      return '评分规则规定';
    case 'below':
      return `各项相加${fact.sum}分，低于最低分${fact.bound}分`;
    case 'above':
      return `各项相加${fact.sum}分，高于最高分${fact.bound}分`;
    case 'not-filed':
      return `截至${formatIssueDate(fact.asOf)}未报送`;
    case 'filed':
      return `${formatIssueDate(fact.filedOn)}反馈${fact.daysLate === 0 ? '' : `，迟${fact.daysLate}天`}${fact.isReminded ? '，经催办' : ''}`;
    case 'light':
      return `${lightWordsOf(fact)}${returnWords(fact.filedOn)}`;
    case 'overdue':
      return `应于${dayWords(fact.deadline)}前完成，截至${formatIssueDate(fact.asOf)}未办结`;
    case 'no-plan':
      return '无工作计划';
    case 'completed':
      return `申报办结${returnWords(fact.filedOn)}`;
    case 'act':
      return `${formatIssueDate(fact.on)}${fact.act === 'close' ? '销号' : '恢复督办'}：${fact.basis}`;
    case 'finding':
      return `${formatIssueDate(fact.on)}：${fact.reason}${fact.basis === '' ? '' : `（${fact.basis}）`}`;
    case 'red-twice':
      return `上季度${quoted(fact.before)}；本季度${quoted(fact.now)}`;
  }
}

/** The return that it rests on, as people name it. */
function returnWords(filedOn: CalendarDate | null): string {
  return filedOn === null ? '' : `（${formatIssueDate(filedOn)}反馈表）`;
}

function quoted(progress: string | null): string {
  return progress === null ? '未报送' : `“${progress}”`;
}

/** Why a light is what it is, with the numbers; nothing where no light is lit. */
export function reasonText(entry: Entry): string {
  const fact = lightFact(entry);
  return fact === null ? '' : lightWordsOf(fact);
}

function lightWordsOf(fact: LightFact): string {
  switch (fact.reason) {
    case 'closed':
      return '已销号';
    case 'on-plan':
    case 'behind-plan':
      return progressWords(fact);
    case 'not-filed':
      return '未报送反馈';
    case 'past-deadline':
      return `已过完成时限${dayWords(fact.deadline)}`;
    case 'near-deadline':
      return `临近完成时限${dayWords(fact.deadline)}，尚未办结`;
    case 'claimed-not-started':
      return '自报未启动';
    case 'claimed-behind':
      return '自报滞后';
    case 'claimed-overdue':
      return '自报逾期';
    case 'standing-filed':
      return fact.status === 'completed' ? '自报办结' : '自报正常推进';
  }
}

/** An entry that is compared with its plan has both numbers. */
function progressWords({ planned, percent }: LightFact): string {
  const behind = round(Number(planned) - Number(percent));
  return `计划${planned}%，报送${percent}%${behind > 0 ? `，落后${behind}个百分点` : ''}`;
}

export function dayWords(day: CalendarDate | null): string {
  return day === null ? '' : formatIssueDate(day);
}

/** What one piece of evidence costs or gives; nothing where it has no points of its own. */
function pointsWords(points: number): string {
  return points === 0 ? '' : `，${points < 0 ? '扣' : '加'}${formatPoints(Math.abs(points))}分`;
}

/** Points with at most two decimals, as the rules add them up; whole numbers bare. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2)));
}
