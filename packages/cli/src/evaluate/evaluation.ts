// The case finder against a gold file: report detection, triage and mentions, overall and per language
// and kind of report, with every error listed. Pure: results come in, figures go out. Findings of kind
// device-failure are left out of the mention count, because the gold lists broken bones and not screws.

import type { Finding, ReportResult, Triage } from '@breekpunt/identify';
import { type AttributeRates, attributeRates } from './attributes.ts';
import { type EvaluationError, errorsOf } from './errors.ts';
import type { GoldReport } from './gold.ts';
import { type MentionMatch, type MentionMatching, matchMentions } from './match-mentions.ts';
import { type Accuracy, accuracyFrom, type Rate, rate } from './rates.ts';

export interface Figures {
  readonly reports: number;
  /** Triage other than none, gold against found. */
  readonly detection: Accuracy;
  readonly exactTriage: Rate;
  readonly mentions: Accuracy;
  readonly attributes: AttributeRates;
}

export interface Evaluation {
  readonly overall: Figures;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  readonly byKind: Readonly<Record<string, Figures>>;
  /** Rows: gold triage; columns: found triage. */
  readonly triageTable: Readonly<Record<Triage, Readonly<Record<Triage, number>>>>;
  /** How many reports were read in another language than they are written in. */
  readonly languageDetected: Rate;
  readonly errors: readonly EvaluationError[];
}

export interface ScoredReport {
  readonly gold: GoldReport;
  readonly result: ReportResult;
  readonly matching: MentionMatching;
}

export const triages: readonly Triage[] = ['fracture', 'prevalent-vertebral', 'possible', 'none'];

export function evaluate(pairs: readonly { gold: GoldReport; result: ReportResult }[]): Evaluation {
  const scored = pairs.map(({ gold, result }) => ({
    gold,
    result,
    matching: matchMentions(gold.text, gold.fractures, result.findings.filter(isOfBone)),
  }));
  return {
    overall: figuresOf(scored),
    byLanguage: grouped(scored, ({ gold }) => gold.lang),
    byKind: grouped(scored, ({ gold }) => gold.kind),
    triageTable: triageTableOf(scored),
    languageDetected: rate(
      scored.filter(({ gold, result }) => gold.lang === result.language).length,
      scored.length,
    ),
    errors: scored.flatMap(errorsOf),
  };
}

function isOfBone(finding: Finding): boolean {
  return finding.kind !== 'device-failure';
}

function figuresOf(scored: readonly ScoredReport[]): Figures {
  const matches: MentionMatch[] = scored.flatMap(({ matching }) => [...matching.matched]);
  const count = (goldFlagged: boolean, foundFlagged: boolean): number =>
    scored.filter(
      ({ gold, result }) =>
        (gold.triage !== 'none') === goldFlagged && (result.triage !== 'none') === foundFlagged,
    ).length;
  return {
    reports: scored.length,
    detection: accuracyFrom({
      tp: count(true, true),
      fp: count(false, true),
      fn: count(true, false),
      tn: count(false, false),
    }),
    exactTriage: rate(scored.filter((each) => each.gold.triage === each.result.triage).length, scored.length),
    mentions: accuracyFrom({
      tp: matches.length,
      fp: sum(scored, ({ matching }) => matching.extra.length),
      fn: sum(scored, ({ matching }) => matching.missed.length),
      tn: null,
    }),
    attributes: attributeRates(matches),
  };
}

function grouped(
  scored: readonly ScoredReport[],
  keyOf: (each: ScoredReport) => string,
): Record<string, Figures> {
  const groups = new Map<string, ScoredReport[]>();
  for (const each of scored) {
    const key = keyOf(each);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [each]);
    else members.push(each);
  }
  return Object.fromEntries([...groups].sort(byKey).map(([key, members]) => [key, figuresOf(members)]));
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function triageTableOf(scored: readonly ScoredReport[]): Evaluation['triageTable'] {
  const table = Object.fromEntries(
    triages.map((row) => [row, Object.fromEntries(triages.map((column) => [column, 0]))]),
  ) as Record<Triage, Record<Triage, number>>;
  for (const { gold, result } of scored) table[gold.triage][result.triage] += 1;
  return table;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
