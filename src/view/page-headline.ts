/** Headline figures of the page. An entry is one task of one unit: it files, gets a light, and may be closed. */
import { formatPercent } from '../document/official-text.ts';
import type { LightShare, Tile } from '../document/page-view.ts';
import type { Entry, Ledger } from '../domain/ledger.ts';
import { shares } from '../domain/shares.ts';
import { lightWords } from './words.ts';

export type Headline = { readonly tiles: readonly Tile[]; readonly lights: readonly LightShare[] };

export function pageHeadline(ledger: Ledger): Headline {
  const assessed = ledger.entries.filter(({ isAssessed }) => isAssessed);
  return {
    tiles: [...scopeTiles(ledger, assessed), ...filingTiles(assessed), ...resultTiles(assessed)],
    lights: lightShares(assessed),
  };
}

function scopeTiles(ledger: Ledger, assessed: readonly Entry[]): readonly Tile[] {
  const units = new Set(assessed.map(({ unit }) => unit.code));
  return [
    tile('任务', ledger.tasks.length, '责任分解的全部任务'),
    tile('责任单位', units.size, '列名且参加考核的单位'),
    tile('责任事项', assessed.length, '一个单位的一项任务为一个事项'),
  ];
}

function filingTiles(assessed: readonly Entry[]): readonly Tile[] {
  const count = countIn(assessed);
  const required = count(({ filing }) => filing !== 'not-required');
  const ofRequired = (part: number): string =>
    required === 0 ? '' : `占应报送的${formatPercent((part / required) * 100)}`;
  const onTime = count(({ filing }) => filing === 'on-time');
  const late = count(({ filing }) => filing === 'late' || filing === 'after-reminder');
  const missing = count(({ filing }) => filing === 'missing');
  const pending = count(({ filing }) => filing === 'pending');
  return [
    tile('应报送', required, pending === 0 ? '' : `其中${pending}项未到报送时限`),
    tile('按时报送', onTime, ofRequired(onTime)),
    { ...tile('迟报', late, ofRequired(late)), tone: late === 0 ? 'none' : 'yellow' },
    { ...tile('未报送', missing, ofRequired(missing)), tone: missing === 0 ? 'none' : 'red' },
  ];
}

/** 办结 is the unit's claim, 销号 the office's act: never one figure. */
function resultTiles(assessed: readonly Entry[]): readonly Tile[] {
  const count = countIn(assessed);
  const overdue = count(({ isOverdue }) => isOverdue);
  return [
    tile(
      '办结待销号',
      count(({ status, isClosed }) => status === 'completed' && !isClosed),
      '单位自报办结',
    ),
    tile(
      '已销号',
      count(({ isClosed }) => isClosed),
      '经督查室核实销号',
    ),
    { ...tile('逾期', overdue, '超过完成时限未办结'), tone: overdue === 0 ? 'none' : 'red' },
  ];
}

function lightShares(assessed: readonly Entry[]): readonly LightShare[] {
  const tones = ['green', 'yellow', 'red'] as const;
  const counts = tones.map((tone) => countIn(assessed)(({ light }) => light === tone));
  const parts = shares(counts);
  return tones.map((tone, index) => ({
    tone,
    word: lightWords[tone],
    count: counts[index] ?? 0,
    share: parts[index] ?? 0,
  }));
}

function tile(label: string, value: number, detail: string): Tile {
  return { label, value: String(value), detail, tone: 'none' };
}

function countIn(entries: readonly Entry[]): (applies: (entry: Entry) => boolean) => number {
  return (applies) => entries.filter(applies).length;
}
