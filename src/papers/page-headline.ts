/** Headline figures of the page: the same as the report's. An entry (项次) is one task of one unit. */
import { lightWords } from '../trade/claims.ts';
import type { Ledger } from '../domain/entry.ts';
import { formatPercent } from '../document/official-text.ts';
import type { LightShare, Tile } from '../document/page-view.ts';
import type { Counts } from '../domain/counts.ts';
import { figuresOf, type Figures } from '../domain/figures.ts';
import { shares } from '../domain/shares.ts';

export type Headline = { readonly tiles: readonly Tile[]; readonly lights: readonly LightShare[] };

export function pageHeadline(ledger: Ledger): Headline {
  const figures = figuresOf(ledger);
  const tiles = [...scopeTiles(figures), ...filingTiles(figures.total), ...resultTiles(figures.total)];
  return { tiles, lights: lightShares(figures.total) };
}

function scopeTiles({ taskCount, unitCount, total }: Figures): readonly Tile[] {
  return [
    tile('任务', taskCount, '责任分解的全部任务'),
    tile('责任单位', unitCount, '列名且参加考核的单位'),
    tile('责任项次', total.entries, '几个单位承担的，按单位计'),
  ];
}

/** What is still pending is not yet required of anybody; the three shares sum to 100.0. */
function filingTiles({ entries, onTime, late, missing, pending }: Counts): readonly Tile[] {
  const required = onTime + late + missing;
  const parts = shares([onTime, late, missing]);
  const ofRequired = (index: number): string => (required === 0 ? '' : `占应报送的${formatPercent(parts[index] ?? 0)}`);
  return [
    tile('应报送', required, notCounted({ pending, closed: entries - required - pending })),
    tile('按时报送', onTime, ofRequired(0)),
    { ...tile('迟报', late, ofRequired(1)), tone: late === 0 ? 'none' : 'yellow' },
    { ...tile('未报送', missing, ofRequired(2)), tone: missing === 0 ? 'none' : 'red' },
  ];
}

/** Why it is less than all entries: what is closed needs no return, and what is pending is not yet due. */
function notCounted({ pending, closed }: { readonly pending: number; readonly closed: number }): string {
  const parts = [
    ...(closed === 0 ? [] : [`已销号的${closed}项次不再报送`]),
    ...(pending === 0 ? [] : [`${pending}项次未到报送时限`]),
  ];
  return parts.length === 0 ? '全部责任项次' : parts.join('，');
}

/** 办结 is the unit's claim, 销号 the office's act on a task: never one figure. */
function resultTiles({ completed, closed, closedTasks, overdue }: Counts): readonly Tile[] {
  return [
    tile('办结待销号', completed, '单位自报、尚待核查'),
    tile('已销号任务', closedTasks, `经核查销号，计${closed}项次`),
    { ...tile('逾期', overdue, '超过完成时限未办结'), tone: overdue === 0 ? 'none' : 'red' },
  ];
}

function lightShares({ green, yellow, red }: Counts): readonly LightShare[] {
  const parts = shares([green, yellow, red]);
  return [
    { tone: 'green', word: lightWords.green, count: green, share: parts[0] ?? 0 },
    { tone: 'yellow', word: lightWords.yellow, count: yellow, share: parts[1] ?? 0 },
    { tone: 'red', word: lightWords.red, count: red, share: parts[2] ?? 0 },
  ];
}

function tile(label: string, value: number, detail: string): Tile {
  return { label, value: String(value), detail, tone: 'none' };
}
