// The triage of a report with codes, and of a patient. A report's own triage is the case finder's; codes
// can only raise it, by the same order of precedence. A code of later care is no new fracture: it asks for
// a look and no more.

import { type FractureSite, isVertebral } from '@breekpunt/core';
import type { CodedFinding, FractureEpisode, ReportResult, Triage } from '@breekpunt/identify';

const order: readonly Triage[] = ['fracture', 'prevalent-vertebral', 'possible', 'none'];

/** Skull, face, fingers and toes alone open no case. */
const minorSites: ReadonlySet<FractureSite> = new Set<FractureSite>(['skull-face', 'finger', 'toe']);

/** Smaller is more urgent. */
export function triageRank(triage: Triage): number {
  return order.indexOf(triage);
}

export function reportTriage(result: Pick<ReportResult, 'triage'>, codes: readonly CodedFinding[]): Triage {
  return mostUrgent([
    result.triage,
    ...codes
      .filter(({ fracture }) => fracture.kind !== 'device-failure' && fracture.presence !== 'absent')
      .map(({ fracture }) =>
        triageFor({
          site: fracture.site,
          certain: fracture.presence === 'present' && !fracture.aftercare,
          old: fracture.time === 'old',
        }),
      ),
  ]);
}

export function patientTriage(episodes: readonly FractureEpisode[]): Triage {
  return mostUrgent(
    episodes
      .filter(({ status }) => status !== 'excluded')
      .map(({ site, status, onset, aftercareOnly }) =>
        triageFor({ site, certain: status === 'present' && !aftercareOnly, old: onset === 'prevalent' }),
      ),
  );
}

function triageFor(fracture: { site: FractureSite; certain: boolean; old: boolean }): Triage {
  const counts = fracture.old ? isVertebral(fracture.site) : !minorSites.has(fracture.site);
  if (!counts) return 'none';
  if (!fracture.certain) return 'possible';
  return fracture.old ? 'prevalent-vertebral' : 'fracture';
}

function mostUrgent(triages: readonly Triage[]): Triage {
  return order.find((each) => triages.includes(each)) ?? 'none';
}
