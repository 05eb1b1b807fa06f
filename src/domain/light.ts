/** Lights 亮灯: how far behind its plan an entry is. Thresholds say which side the border belongs to. */
import type { ClaimedStatus } from './return.ts';

export type Light = 'green' | 'yellow' | 'red';

/**
 * Default as 银川 2025 (domain facts §3.4): planned percent minus reported percent, below `yellowFrom` green, up to and
 * including `redAbove` yellow, above it red.
 */
export type LightRules = {
  readonly yellowFrom: number;
  readonly redAbove: number;
  /** Yellow from so many days before the deadline, the day included, unless complete (宜昌 2015); 0 = never. */
  readonly warnDays: number;
  /** Past the deadline by up to so many days yellow, by more red; 0 = red from the day after. */
  readonly graceDays: number;
  /** Standing tasks, where there is no planned percent to compare with: the light of each claim. */
  readonly claims: Readonly<Record<ClaimedStatus, Light>>;
};
