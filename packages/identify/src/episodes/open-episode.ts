// An episode while statements are still being added to it.
// Decision: it keeps the statements themselves and derives the rest from them on demand, so that no running total can
// disagree with its evidence; only its place is kept up to date, because every later statement asks for it. Deciding what belongs to it is same-event.ts and merge-episodes.ts.

import {
  addMonths,
  type CalendarDate,
  daysBetween,
  type FractureSite,
  type Side,
  type VertebralLevel,
  vertebralLevels,
} from '@breekpunt/core';
import type { FindingFlag } from '../finding.ts';
import type { EpisodeNoteKind, EpisodeOnset, EpisodeStatus, EvidenceRole } from './episode.ts';
import type { EpisodeRules } from './episode-rules.ts';
import { type DateRange, fractureDates, intersection } from './fracture-dates.ts';
import { type EvidenceSource, type FractureEvidence, sourceKey } from './fracture-evidence.ts';
import { isGeneral, type Place } from './site-match.ts';

export interface OpenEpisode {
  readonly id: string;
  site: FractureSite;
  side: Side | null;
  levels: readonly VertebralLevel[];
  /** Whether any statement calls it a fracture around an implant. */
  periprosthetic: boolean;
  status: EpisodeStatus;
  excludedBy: EvidenceSource | null;
  dates: DateRange;
  readonly follows: { readonly episode: string; readonly as: 'progression' | 'new-event' } | null;
  /** What speaks of the fracture, in reading order: by day, undated last. */
  readonly statements: FractureEvidence[];
  /** The same and the denials, each with what it did. */
  readonly items: { readonly evidence: FractureEvidence; readonly role: EvidenceRole }[];
  readonly notes: { readonly kind: EpisodeNoteKind; readonly by: EvidenceSource }[];
}

export function openEpisode(
  evidence: FractureEvidence,
  follows: OpenEpisode['follows'],
  rules: EpisodeRules,
): OpenEpisode {
  const { fracture, source } = evidence;
  const possible = fracture.presence === 'possible';
  return {
    id: sourceKey(source),
    site: fracture.site,
    side: fracture.side,
    levels: inOrder(fracture.levels),
    periprosthetic: fracture.flags.includes('periprosthetic'),
    status: possible ? 'possible' : 'present',
    excludedBy: null,
    dates: fractureDates(evidence, rules),
    follows,
    statements: [evidence],
    items: [{ evidence, role: possible ? 'suspects' : recalls(evidence) ? 'recalls' : 'states' }],
    notes: fracture.conflict ? [{ kind: 'source-contradicts-itself', by: source }] : [],
  };
}

/** Adds a statement that speaks of this fracture (never a denial) and says what that changed. */
export function addStatement(
  episode: OpenEpisode,
  evidence: FractureEvidence,
  newLevels: readonly VertebralLevel[],
  rules: EpisodeRules,
): void {
  const { fracture, source } = evidence;
  const note = (kind: EpisodeNoteKind): void => {
    episode.notes.push({ kind, by: source });
  };
  const dates = fractureDates(evidence, rules);
  const both = intersection(episode.dates, dates);
  if (fracture.conflict) note('source-contradicts-itself');
  if (fracture.progressive) note('progressed');
  else if (fracture.time === 'acute' && both === null) note('acute-again');
  if (contradictsAge(episode, evidence, rules)) note('age-contradicted');
  if (!isGeneral(episode.site) && !isGeneral(fracture.site) && episode.site !== fracture.site)
    note('sites-differ');
  if (newLevels.length > 0 && episode.levels.length > 0) note('levels-added');
  // "Old" is explained by anything earlier; it must not push that earlier fracture a year back.
  if (dates.basis !== 'called-old') episode.dates = both ?? episode.dates;
  episode.site =
    isGeneral(episode.site) && !isGeneral(fracture.site)
      ? fracture.site
      : moreParticular(episode, fracture.site);
  episode.side = joinSides(episode.side, fracture.side);
  episode.levels = inOrder([...episode.levels, ...newLevels]);
  episode.periprosthetic ||= fracture.flags.includes('periprosthetic');
  episode.statements.push(evidence);
  episode.items.push({ evidence, role: roleAndStatus(episode, evidence, note) });
}

export function placeOf(episode: OpenEpisode): Place {
  const { site, side, levels, periprosthetic } = episode;
  return { site, side, levels, periprosthetic };
}

export function firstSeenOf({ statements }: OpenEpisode): CalendarDate | null {
  return statements[0]?.date ?? null;
}

export function lastSeenOf({ statements }: OpenEpisode): CalendarDate | null {
  return statements.findLast(({ date }) => date !== null)?.date ?? null;
}

/** Flags any statement carries, in the order of their list. */
export function flagsOf(episode: OpenEpisode): readonly FindingFlag[] {
  return [...new Set(episode.statements.flatMap((item) => item.fracture.flags))].sort();
}

export function onsetOf(episode: OpenEpisode, rules: EpisodeRules): EpisodeOnset {
  const items = episode.statements;
  if (items.some((item) => saysRecent(item, rules))) return 'incident';
  const first = firstSeenOf(episode);
  const soonCalledOld = items.some(
    ({ fracture, date }) =>
      fracture.time === 'old' &&
      (date === null || first === null || daysBetween(first, date) <= rules.sameFractureDays),
  );
  return soonCalledOld ? 'prevalent' : 'undetermined';
}

function saysRecent({ fracture, date, onset }: FractureEvidence, rules: EpisodeRules): boolean {
  if (fracture.progressive || fracture.time === 'acute' || fracture.time === 'subacute') return true;
  return onset !== null && date !== null && onset > addMonths(date, -rules.oldAfterMonths);
}

function recalls({ fracture }: FractureEvidence): boolean {
  return fracture.time === 'old' || fracture.aftercare || fracture.kind === 'non-union';
}

function roleAndStatus(
  episode: OpenEpisode,
  evidence: FractureEvidence,
  note: (kind: EpisodeNoteKind) => void,
): EvidenceRole {
  const before = episode.status;
  if (evidence.fracture.presence === 'possible') {
    if (before === 'excluded') {
      note('suspected-after-exclusion');
      episode.status = 'possible';
      episode.excludedBy = null;
    }
    return 'suspects';
  }
  if (before === 'excluded') note('found-after-exclusion');
  episode.status = 'present';
  episode.excludedBy = null;
  if (before !== 'present') return 'confirms';
  return recalls(evidence) ? 'recalls' : 'states';
}

function contradictsAge(episode: OpenEpisode, evidence: FractureEvidence, rules: EpisodeRules): boolean {
  const { fracture, date } = evidence;
  const first = firstSeenOf(episode);
  if (fracture.time !== 'old' || fracture.year !== null || date === null || first === null) return false;
  return onsetOf(episode, rules) === 'incident' && daysBetween(first, date) <= rules.acuteDays;
}

// "Hip" gives way to "femoral neck", "pelvis" to "pubic ramus", nothing named to anything named.
function moreParticular(episode: OpenEpisode, other: FractureSite): FractureSite {
  return episode.site === 'unspecified' ? other : episode.site;
}

function joinSides(a: Side | null, b: Side | null): Side | null {
  if (a === null || b === null) return a ?? b;
  return a === b ? a : 'both';
}

function inOrder(levels: readonly VertebralLevel[]): readonly VertebralLevel[] {
  return vertebralLevels.filter((level) => levels.includes(level));
}
