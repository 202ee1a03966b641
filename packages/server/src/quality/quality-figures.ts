// The dashboard of one set: every figure over its last twelve mature months, against the twelve before, with the months behind it.
// Decision: made of monthly counts only, so that it costs the same for a thousand patients and a million. Each figure has its own
// twelve months: those in which every patient can be judged.

import type { CalendarDate } from '@breekpunt/core';
import type { Indicator, IndicatorSet, Knowledge, Standard } from '@breekpunt/knowledge';
import {
  addTallies,
  colourOf,
  emptyTally,
  expectedIn,
  type Figure,
  type FindingCounts,
  figureOf,
  type RunChart,
  ratioOf,
  runChart,
  type Share,
  type StandardReached,
  standardReached,
  type Tally,
} from '@breekpunt/quality';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type FailedCounting, failedCounting } from './failed-counting.ts';
import { findingFigures } from './finding-figures.ts';
import { type Flow, flowOfPatients } from './flow-of-patients.ts';
import { lastMature, type Months, monthsOf, twelveMonths } from './period.ts';
import { type QualityChoices, qualityChoices } from './quality-choices.ts';
import { type CountingProgress, countingNow } from './recount.ts';
import { shownSets } from './shown-sets.ts';

export interface MonthFigure {
  readonly month: CalendarDate;
  readonly achieved: number;
  readonly of: number;
  /** Null when nobody could be judged. */
  readonly share: number | null;
  /** Some patients are too early to judge. */
  readonly early: boolean;
}

export interface ShownFigure {
  readonly indicator: Indicator;
  readonly months: Months;
  readonly figure: Figure;
  readonly before: Figure;
  readonly byMonth: readonly MonthFigure[];
  readonly run: RunChart;
  /** Of those with a caseload, what is needed and missing: how many patients the hospital expects. */
  readonly needsCaseload: boolean;
}

export interface QualityFigures {
  readonly set: Pick<IndicatorSet, 'id' | 'name' | 'edition' | 'meaning' | 'status'>;
  readonly sets: readonly { readonly id: string; readonly name: string; readonly edition: string }[];
  readonly knowledgeVersion: string;
  /** Null: never counted. */
  readonly run: (LastRun & { readonly stale: boolean }) | null;
  /** A counting that runs now, and how far it is; null when there is none. */
  readonly counting: CountingProgress | null;
  /** The last counting failed, so the figures are those of the one before; null when it went well. */
  readonly failed: FailedCounting | null;
  readonly flow: Flow | null;
  readonly figures: readonly ShownFigure[];
  readonly standards: readonly StandardReached[];
  readonly choices: QualityChoices;
}

interface MonthRow {
  readonly month: CalendarDate;
  readonly indicator: string;
  readonly tally: Tally;
}

export interface Asked {
  readonly knowledge: Knowledge;
  readonly set: IndicatorSet;
  readonly today: CalendarDate;
}

export async function qualityFigures(
  tx: SiteTransaction,
  { knowledge, set, today }: Asked,
): Promise<QualityFigures> {
  const run = await lastRun(tx);
  const choices = await qualityChoices(tx);
  const rows = run === null ? [] : await monthRows(tx, set.id, run.cut);
  const audited = findingFigures(set, run?.caseFinding ?? null);
  const figures =
    run === null
      ? []
      : set.indicators.map((indicator) => shownFigure(indicator, rows, run.cut, choices, audited));
  return {
    set: { id: set.id, name: set.name, edition: set.edition, meaning: set.meaning, status: set.status },
    sets: shownSets(knowledge).map(({ id, name, edition }) => ({ id, name, edition })),
    knowledgeVersion: knowledge.version,
    run: run === null ? null : { ...run, stale: isStale(run, { knowledge, today }) },
    counting: countingNow(tx.site),
    failed: await failedCounting(tx),
    flow: run?.whollyAt == null || set.id !== 'iof-2020' ? null : await flowOfPatients(tx, run.cut),
    figures,
    standards: run === null ? [] : standardsOf(set.standards, figures, choices),
    choices,
  };
}

/** Of another day, of other knowledge, or kept in the form of an earlier version of the program. */
function isStale(run: LastRun, { knowledge, today }: Pick<Asked, 'knowledge' | 'today'>): boolean {
  return run.cut < today || run.version !== knowledge.version || run.whollyAt === null;
}

export interface LastRun {
  readonly cut: CalendarDate;
  readonly countedAt: Date;
  readonly cases: number;
  readonly waiting: number;
  /** Of the knowledge. */
  readonly version: string;
  readonly caseFinding: FindingCounts | null;
  /** Ids, in the order in which cases keep their standings. */
  readonly indicators: readonly string[];
  /** When every case was last looked at. */
  readonly whollyAt: Date | null;
}

export async function lastRun(tx: SiteTransaction): Promise<LastRun | null> {
  const row = await tx.db
    .selectFrom('indicator_run')
    .selectAll()
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { cut_on: cut, counted_at: countedAt, cases, waiting, knowledge_version: version } = row;
  const { case_finding: counts } = row;
  const caseFinding = Object.keys(counts as object).length === 0 ? null : (counts as FindingCounts);
  const { indicators, wholly_at: whollyAt } = row;
  return { cut, countedAt, cases, waiting, version, caseFinding, indicators, whollyAt };
}

/** The months that are shown, and those they are compared with. */
const yearsRead = 5;

async function monthRows(tx: SiteTransaction, set: string, cut: CalendarDate): Promise<readonly MonthRow[]> {
  const rows = await tx.db
    .selectFrom('indicator_month')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('set_id', '=', set)
    .where('month', '>=', twelveMonths(cut, yearsRead).from)
    .execute();
  return rows.map((row) => ({
    month: row.month,
    indicator: row.indicator_id,
    tally: {
      achieved: row.achieved,
      missed: row.missed,
      'not-recorded': row.not_recorded,
      'too-early': row.too_early,
      outside: row.outside,
      'left-out': row.left_out,
    },
  }));
}

const chartMonths = 24;

function shownFigure(
  indicator: Indicator,
  rows: readonly MonthRow[],
  cut: CalendarDate,
  choices: QualityChoices,
  audited: ReadonlyMap<string, Share>,
): ShownFigure {
  const own = new Map(
    rows.filter((row) => row.indicator === indicator.id).map((row) => [row.month, row.tally]),
  );
  const last = lastMature(cut, indicator.matures);
  const months = twelveMonths(last);
  const figure = withCaseload(indicator, figureOf(totalOf(own, months), indicator), choices, audited);
  const before = withCaseload(
    indicator,
    figureOf(totalOf(own, twelveMonths(last, 1)), indicator),
    choices,
    new Map(),
  );
  const shown = monthsOf({ from: twelveMonths(last, chartMonths / 12 - 1).from, to: twelveMonths(cut).to });
  const byMonth = shown.map((month): MonthFigure => {
    const tally = own.get(month) ?? emptyTally;
    const of = tally.achieved + tally.missed + tally['not-recorded'];
    const share = of === 0 ? null : tally.achieved / of;
    return { month, achieved: tally.achieved, of, share, early: month > last };
  });
  const mature = byMonth.filter(({ early, share }) => !early && share !== null);
  return {
    indicator,
    months,
    figure,
    before,
    byMonth,
    run: runChart(mature.map(({ share }) => share ?? 0)),
    needsCaseload: indicator.counts === 'caseload' && figure.ofAll.share === null,
  };
}

function totalOf(own: ReadonlyMap<CalendarDate, Tally>, months: Months): Tally {
  return monthsOf(months).reduce((sum, month) => addTallies(sum, own.get(month) ?? emptyTally), emptyTally);
}

/** A caseload is a count against what is expected in twelve months; audits come from verdicts, not from months. */
function withCaseload(
  indicator: Indicator,
  figure: Figure,
  { patientsPerYear, spinePercent }: QualityChoices,
  audited: ReadonlyMap<string, Share>,
): Figure {
  if (indicator.counts === 'precision' || indicator.counts === 'recall') {
    const share = audited.get(indicator.id) ?? { count: 0, of: 0, share: null, low: null, high: null };
    return { ...figure, ofAll: share, ofKnown: share, small: share.of < 10 };
  }
  if (indicator.counts !== 'caseload') return figure;
  const kind = indicator.expects ?? 'all';
  const known = patientsPerYear !== null && (kind === 'all' || spinePercent !== null);
  const expected = known
    ? expectedIn({ perYear: patientsPerYear, spinePercent: spinePercent ?? 0 }, kind, 12)
    : 0;
  const ratio = ratioOf(figure.tally.achieved, expected);
  return {
    ...figure,
    ofAll: ratio,
    ofKnown: ratio,
    small: ratio.of < 10,
    colour: ratio.share === null ? null : colourOf(ratio.share, indicator.colours),
  };
}

function standardsOf(
  standards: readonly Standard[],
  figures: readonly ShownFigure[],
  { organisation }: QualityChoices,
): readonly StandardReached[] {
  const shares = Object.fromEntries(
    figures.map(({ indicator, figure }) => [indicator.id, figure.small ? null : figure.ofAll.share]),
  );
  return standards.map((standard) => standardReached(standard, { shares, answers: organisation }));
}
