/** Lights 亮灯: how far behind its plan an entry is. Thresholds say which side the border belongs to. */

/**
 * Default as 银川 2025 (domain facts §3.4): planned percent minus reported percent, below `yellowFrom` green, up to and
 * including `redAbove` yellow, above it red.
 */
export type LightRules = { readonly yellowFrom: number; readonly redAbove: number };
