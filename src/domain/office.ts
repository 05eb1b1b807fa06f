/** Office: who issues, number series, filing days, rules, fonts (inputs/office.yaml, checked in src/intake/office.ts). */
import type { Retention } from '../trade/figure-words.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';
import type { AccountabilityTerms, ScoringRules, LightRules } from './rules.ts';

export type Office = {
  /** 发文机关全称 and the mark printed in red (`XX区纪委监委督查室`). */
  readonly name: string;
  readonly mark: string;
  /** Codes of roster units that are the issuing office itself: marked in the papers and ranked as `selfRanking` says. */
  readonly ownUnits: readonly string[];
  readonly selfRanking: 'apart' | 'none' | 'with-others';
  readonly contact: { readonly name: string; readonly phone: string };
  /** Issuer code by kind of paper (`X督`); kinds with one code share one series. */
  readonly series: Readonly<Record<NumberedKind, string>>;
  readonly isSealed: boolean;
  readonly copiedTo: readonly string[];
  readonly printedBy: string;
  /** Day and month by which returns of each quarter must be filed; `filingDay(office, quarter)` of filing.ts. */
  readonly filingDays: FilingDays;
  /** The ledger's day: the quarter's last day, or its filing day; see `closingDay` of filing.ts. */
  readonly closing: 'quarter-end' | 'filing-day';
  /** Days from 成文日期 on by which a unit must answer a letter, a report or a reminder: one day for one thing. */
  readonly replyDays: number;
  /** What a letter says of the unit's score: nothing, the score, or its rank too. */
  readonly letterStanding: 'none' | 'score' | 'rank';
  readonly returns: {
    /** A bare 0.8 in 完成比例: refused, or 80 % by the office's word. */
    readonly fractions: 'refuse' | 'as-share';
    /** 进展情况 of fewer characters is flagged as hollow; the office decides. */
    readonly hollowBelow: number;
  };
  readonly lights: LightRules;
  readonly scoring: ScoringRules;
  /** From how much on a unit is put before people as a candidate for accountability. */
  readonly accountability: AccountabilityTerms;
  /** What the report announces: a second look (回头看), and a talk (约谈) with units of so many red tasks; 0 = none. */
  readonly followUp: { readonly revisit: boolean; readonly interviewFrom: number };
  /** Formats of letters and report beside the obligatory docx. */
  readonly formats: readonly ('docx' | 'pdf')[];
  /** Said at the top of the quarter's page; empty = nothing. */
  readonly pageNotice: string;
  readonly archive: {
    readonly fondsCode: string;
    readonly fondsName: string;
    readonly categoryCode: string;
    readonly retention: Retention;
    readonly sectionCode: string;
  };
};

export type FilingDays = Readonly<Record<1 | 2 | 3 | 4, { readonly month: number; readonly day: number }>>;
