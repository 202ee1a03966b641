// The inner loop: patients one by one, a quarter of a year at a time, until death or the horizon. Decision: fracture and death are
// each a drawn amount of hazard that is used up quarter by quarter, so that a quarter costs two subtractions and chance is asked
// only when something happens; treatment lets a fracture that would have happened not happen (thinning). Memory does not grow with
// the number of patients.

import type { Cascade, Throughput } from './cascade.ts';
import { nextOf, nextWait, seedFor } from './chance.ts';
import { ageCount, firstAge, groups, type HazardTables, quarterCount } from './hazard-tables.ts';

/** Counted for each year since the start. */
export const outcomes = [
  'fracture-hip',
  'fracture-vertebra',
  'fracture-wrist',
  'fracture-other',
  'death',
  'death-without-refracture',
  'refractured',
  'patients',
  'found',
  'assessed',
  'scanned',
  'contacted',
  'started',
  'quarters-treated',
  'quarters',
] as const;
export type Outcome = (typeof outcomes)[number];

/** People of one sex, age and site of the first fracture. */
export interface MixCell {
  readonly sex: 'female' | 'male';
  readonly age: number;
  readonly group: (typeof groups)[number];
  readonly weight: number;
}

export interface Run {
  readonly tables: HazardTables;
  readonly mix: readonly MixCell[];
  readonly cascade: Cascade;
  readonly throughput: Throughput;
  readonly patients: number;
  readonly years: number;
  /** spread: patients come evenly over all years. at-once: all at the start, to be compared with a cohort. */
  readonly arrival: 'spread' | 'at-once';
  /** Everybody gets this drug at once and keeps it, or nobody any: to be compared with a trial. */
  readonly trial?: 'placebo' | 'oral' | 'zoledronate' | 'denosumab';
  readonly seed: number;
}

const at = Object.fromEntries(outcomes.map((name, place) => [name, place])) as Record<Outcome, number>;
const width = outcomes.length;
const trials = { placebo: -1, oral: 0, zoledronate: 1, denosumab: 2 } as const;
const [luck, breaking, dying, curing] = [0, 1, 2, 3] as const;
const never = 1_000_000;
const groupCount = groups.length;

/** Counts: [year × outcome]. */
export function simulate(run: Run): Float64Array {
  const { tables, years, patients } = run;
  const { fracture, ratio, site, death, deathRatio, effect, onset, offset } = tables;
  const counts = new Float64Array(years * width);
  const horizon = years * 4;
  if (horizon >= quarterCount) throw new RangeError(`The tables end before ${years} years`);
  const atOnce = run.arrival === 'at-once';
  const cells = cellsOf(run.mix);
  // Every cell in proportion, one after the other: whose turn it is needs no list of patients.
  const all = run.mix.reduce((sum, { weight }) => sum + weight, 0);
  let [cell, upTo] = [0, run.mix[0]?.weight ?? 0];
  const streams = new Int32Array(4);
  // Drug (below 0: none), and the first quarter on it and the first one off it, since the patient came.
  const care = new Float64Array(3);

  for (let patient = 0; patient < patients; patient++) {
    for (let stream = 0; stream < 4; stream++) streams[stream] = seedFor(run.seed, patient, stream);
    const turn = ((patient + 0.5) / patients) * all;
    while (turn > upTo && cell < run.mix.length - 1) upTo += run.mix[++cell]?.weight ?? 0;
    const sexRow = (cells.male[cell] as number) * ageCount;
    const sexGroups = (cells.male[cell] as number) * groupCount;
    const firstRow = sexRow + (cells.age[cell] as number);
    const lastRow = sexRow + ageCount - 1;
    let group = cells.group[cell] as number;
    const start = atOnce ? 0 : Math.floor(nextOf(streams, luck) * horizon);
    enter(run, streams, start, 0, group, counts, care);
    let toFracture = nextWait(streams, breaking);
    let toDeath = nextWait(streams, dying);
    let refractured = false;
    // Where the quarter stands in the tables of the site, for fracture and for death.
    let ratioPlace = group * quarterCount;
    let deathPlace = (sexGroups + group) * quarterCount;
    let [row, breaks, dies] = [firstRow, 0, 0];
    let moment = start;
    for (; moment < horizon; moment++) {
      if (((moment - start) & 3) === 0) {
        row = Math.min(firstRow + ((moment - start) >> 2), lastRow);
        breaks = fracture[row] as number;
        dies = death[row] as number;
      }
      toFracture -= breaks * (ratio[ratioPlace++] as number);
      toDeath -= dies * (deathRatio[deathPlace++] as number);
      if (toFracture <= 0) {
        toFracture = nextWait(streams, breaking);
        const next = siteOf(site, row, nextOf(streams, breaking));
        const lived = moment - start;
        const working = strength(care, lived, onset, offset);
        const happens =
          working === 0 ||
          nextOf(streams, curing) <
            Math.exp(working * (effect[(care[0] as number) * groupCount + next] as number));
        if (happens) {
          count(counts, moment, next);
          if (!refractured) count(counts, moment, at.refractured);
          refractured = true;
          group = next;
          ratioPlace = group * quarterCount;
          const anew = (sexGroups + group) * quarterCount;
          // Of two fractures the one after which more people die holds.
          if ((deathRatio[anew] as number) >= (deathRatio[deathPlace] as number)) deathPlace = anew;
          // Whoever is not on treatment comes to the service anew.
          if (lived >= (care[2] as number)) {
            countTreated(counts, care, start, moment);
            enter(run, streams, moment, lived, group, counts, care);
          }
        }
      }
      if (toDeath <= 0) {
        count(counts, moment, at.death);
        if (!refractured) count(counts, moment, at['death-without-refracture']);
        break;
      }
    }
    countTreated(counts, care, start, moment);
    countStretch(counts, start, Math.min(moment + 1, horizon), at.quarters);
    count(counts, start, at.patients);
  }
  return counts;
}

/** One for each quarter from the first up to the last, which is not counted, under its year. */
function countStretch(counts: Float64Array, from: number, until: number, outcome: number): void {
  for (let year = from >> 2; year * 4 < until; year++) {
    const quarters = Math.min(until, year * 4 + 4) - Math.max(from, year * 4);
    const place = year * width + outcome;
    counts[place] = (counts[place] as number) + quarters;
  }
}

function countTreated(counts: Float64Array, care: Float64Array, start: number, until: number): void {
  if ((care[0] as number) < 0) return;
  const last = Math.min(start + (care[2] as number), until);
  countStretch(counts, start + (care[1] as number), last, at['quarters-treated']);
}

function count(counts: Float64Array, moment: number, outcome: number): void {
  const place = (moment >> 2) * width + outcome;
  counts[place] = (counts[place] as number) + 1;
}

function siteOf(site: Float64Array, row: number, chance: number): number {
  const first = row * groupCount;
  let group = 0;
  while (group < groupCount - 1 && chance >= (site[first + group] as number)) group++;
  return group;
}

/** How much of the full effect works: 0 to 1. */
function strength(care: Float64Array, lived: number, onset: number, offset: Float64Array): number {
  const drug = care[0] as number;
  if (drug < 0) return 0;
  const [from, until] = [care[1] as number, care[2] as number];
  if (lived < from) return 0;
  const treated = Math.min(lived, until) - from;
  const reached = treated < 4 ? onset : 1;
  if (lived < until) return reached;
  return Math.max(0, reached * (1 - (lived - until + 1) / (offset[drug] as number)));
}

/** The way of one patient through the service after a fracture: drug, first and last quarter of treatment into `care`. */
function enter(
  run: Run,
  streams: Int32Array,
  moment: number,
  lived: number,
  group: number,
  counts: Float64Array,
  care: Float64Array,
): void {
  care.fill(-1);
  if (run.trial !== undefined) {
    care[0] = trials[run.trial];
    care[1] = 0;
    care[2] = run.trial === 'placebo' ? 0 : never;
    return;
  }
  const { cascade, throughput, tables } = run;
  // All are drawn before any is used: another cascade must not shift the luck of what follows.
  const found = nextOf(streams, luck) < cascade.found;
  const assessed = nextOf(streams, luck) < cascade.assessed * throughput.staffed;
  const scanWanted = nextOf(streams, luck) < cascade.scanned;
  const scanDone = nextOf(streams, luck) < (throughput.scanned[moment] as number);
  const recommended = nextOf(streams, luck) < cascade.recommended;
  const contacted = nextOf(streams, luck) < cascade.contacted * throughput.staffed;
  const starting = nextOf(streams, luck);
  const drugChance = nextOf(streams, luck);
  const lasting = nextWait(streams, curing);
  if (found) count(counts, moment, at.found);
  const inService = found && assessed;
  if (inService) count(counts, moment, at.assessed);
  if (inService && scanWanted && scanDone) count(counts, moment, at.scanned);
  // A hip or a vertebra is treated without a scan; the rest need it.
  const decided = inService && recommended && (scanDone || !scanWanted || group <= 1);
  if (decided && contacted) count(counts, moment, at.contacted);
  const share = contacted ? cascade.startedWithContact : cascade.startedWithout;
  const starts = inService ? decided && starting < share : starting < run.cascade.startedUsual;
  if (!starts) return;
  count(counts, moment, at.started);
  let drug = 0;
  while (drug < 2 && drugChance >= (tables.drugShare[drug] as number)) drug++;
  const wait = inService && scanWanted ? Math.round(throughput.wait[moment] as number) : 0;
  care[0] = drug;
  care[1] = lived + 1 + wait;
  care[2] = (care[1] as number) + quartersKept(tables, drug, inService && contacted, lasting);
}

function quartersKept(tables: HazardTables, drug: number, contacted: boolean, lasting: number): number {
  const first = (tables.dropout[drug * 2] as number) * (contacted ? tables.contactDropout : 1);
  const later = tables.dropout[drug * 2 + 1] as number;
  const inFirstYear = first * 4;
  return Math.max(
    1,
    Math.round(lasting < inFirstYear ? lasting / first : 4 + (lasting - inFirstYear) / later),
  );
}

interface Cells {
  readonly male: Int32Array;
  /** Years above the first age of the tables. */
  readonly age: Int32Array;
  readonly group: Int32Array;
}

function cellsOf(mix: readonly MixCell[]): Cells {
  return {
    male: Int32Array.from(mix, ({ sex }) => (sex === 'male' ? 1 : 0)),
    age: Int32Array.from(mix, ({ age }) => Math.min(Math.max(age - firstAge, 0), ageCount - 1)),
    group: Int32Array.from(mix, ({ group }) => groups.indexOf(group)),
  };
}
