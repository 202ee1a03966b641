// The fractures of a person as a decision needs them: where, when, from a small force or not, seen on an image or not.
// Decision: what a nurse corrected stands over what the sources say, and what she answered stands over both.

import type { Answer, CalendarDate, FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import { isVertebral } from '@breekpunt/core';
import type { FindingFlag, Mechanism } from '@breekpunt/identify';
import type { StoredEpisode } from '../records/fracture-episode.ts';
import type { CaseRecord } from './case-record.ts';

export interface RecordedFracture {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** Null when its day is not known. */
  readonly on: CalendarDate | null;
  readonly mechanism: Mechanism;
  readonly flags: readonly FindingFlag[];
  readonly genant: 1 | 2 | 3 | null;
  readonly seenOnImage: Answer;
}

/** The fracture of this case. */
export function ownFracture({ episode, correction, imaged }: CaseRecord): RecordedFracture {
  const found = fractureFrom(episode, imaged);
  return {
    ...found,
    site: correction.site ?? found.site,
    side: correction.side === undefined ? found.side : correction.side,
    levels: correction.levels ?? found.levels,
    on: correction.fractureOn ?? found.on,
    mechanism: correction.mechanism ?? found.mechanism,
  };
}

/** The person's other fractures that sources state; a suspicion is none. */
export function otherFractures({ others, imaged }: CaseRecord): readonly RecordedFracture[] {
  return others
    .filter(({ episode }) => episode.status === 'present')
    .map((each) => fractureFrom(each, imaged));
}

/**
 * The fracture of a kind that this case must decide on: its own, or one that broke with it or later and has no case of its own.
 * A fall can break hip and spine; an old fracture is history, and decides nothing here.
 */
export function brokenHere(
  record: CaseRecord,
  isKind: (site: FractureSite) => boolean,
): RecordedFracture | null {
  const own = ownFracture(record);
  if (isKind(own.site)) return own;
  const beside = record.others
    .filter(({ id, episode }) => record.joined.has(id) && isFresh(episode))
    .map((each) => fractureFrom(each, record.imaged))
    .filter(({ on }) => on !== null && own.on !== null && on >= own.on);
  return beside.find(({ site }) => isKind(site)) ?? null;
}

function isFresh({ status, onset }: StoredEpisode['episode']): boolean {
  return status === 'present' && onset === 'incident';
}

/** Whether it came from a fall from standing height or less, as far as the sources say. */
export function energyOf({ mechanism, flags }: RecordedFracture): Answer {
  if (mechanism === 'high-energy' || flags.includes('pathological')) return 'no';
  const fragile = flags.some((flag) => flag === 'osteoporotic' || flag === 'insufficiency');
  return mechanism === 'low-energy' || fragile ? 'yes' : 'not-recorded';
}

export function isHip(site: FractureSite): boolean {
  return site.startsWith('hip.');
}

export function isLowerSpine(site: FractureSite): boolean {
  return isVertebral(site) && site !== 'vertebra.cervical';
}

function fractureFrom({ id, episode }: StoredEpisode, imaged: ReadonlySet<number>): RecordedFracture {
  const { dates, genant, onset } = episode;
  // A day is known when both ends agree or the sources state it; of a recent fracture the first sight of it is near enough.
  const stated = dates.earliest === dates.latest || dates.basis === 'stated-day' ? dates.latest : null;
  const near = onset === 'incident' ? (dates.latest ?? episode.firstSeen) : null;
  return {
    site: episode.site,
    side: episode.side,
    levels: episode.levels,
    on: stated ?? near,
    mechanism: episode.mechanism,
    flags: episode.flags,
    genant: genant === 1 || genant === 2 || genant === 3 ? genant : null,
    seenOnImage: imaged.has(id) ? 'yes' : 'not-recorded',
  };
}
