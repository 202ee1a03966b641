// What sources state, as a person corrected it: before the merging, so that a corrected fracture meets the others at the
// place where it is, and is judged as it was.
// Decision: a correction is said of a case and holds for whatever speaks for the case's fracture, also for the next revision
// of the same report. Denials are never corrected. The mechanism is no statement's alone, and is set after the merging.

import { isVertebral } from '@breekpunt/core';
import {
  type EvidenceRole,
  type FractureEpisode,
  type FractureEvidence,
  sourceKey,
} from '@breekpunt/identify';
import type { Correction } from '../../worklist/worklist-row.ts';
import type { PersonFile } from './person-files.ts';

const speaking: readonly EvidenceRole[] = ['states', 'suspects', 'confirms', 'recalls'];

/** The corrections in force, by the statement they are said of. */
export function correctionsBySource({ cases, episodes }: PersonFile): Map<string, Correction> {
  const corrections = new Map<string, Correction>();
  for (const { episode: id, correction } of cases) {
    const stored = episodes.find((one) => one.id === id);
    if (correction === null || stored === undefined) continue;
    for (const { source, role } of stored.episode.evidence)
      if (speaking.includes(role)) corrections.set(sourceKey(source), correction);
  }
  return corrections;
}

export function correctedEvidence(
  evidence: FractureEvidence,
  said: Correction | undefined,
): FractureEvidence {
  if (said === undefined || evidence.fracture.presence === 'absent') return evidence;
  const { fracture } = evidence;
  const site = said.site ?? fracture.site;
  return {
    ...evidence,
    onset: said.fractureOn ?? evidence.onset,
    fracture: {
      ...fracture,
      site,
      side: said.side === undefined ? fracture.side : said.side,
      levels: isVertebral(site) ? (said.levels ?? fracture.levels) : [],
    },
  };
}

export function correctedEpisode(
  episode: FractureEpisode,
  corrections: ReadonlyMap<string, Correction>,
): FractureEpisode {
  const said = episode.evidence
    .map(({ source }) => corrections.get(sourceKey(source))?.mechanism)
    .find((mechanism) => mechanism !== undefined);
  return said === undefined ? episode : { ...episode, mechanism: said };
}
