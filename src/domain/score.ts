/** Scores 考核评分: rules of office.yaml applied to a unit's entries; every line names its evidence. */

export type ScoringRules = { readonly start: number };
