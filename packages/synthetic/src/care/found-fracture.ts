// A fracture as it came to the service: what it truly is, when it was first written down, and until when care can have
// been given.

import { ageOn, type Day } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Rates } from '../rates.ts';
import type { TrueEpisode } from '../reports/patient.ts';
import type { EndReason } from './care-path.ts';

export interface FoundFracture {
  readonly episode: TrueEpisode;
  readonly foundOn: Day;
  readonly birth: Day;
  readonly sex: 'female' | 'male';
  readonly death: Day | null;
  /** The day on which the next fracture of the same person was found; its care takes over. */
  readonly nextFoundOn: Day | null;
  /** Found by looking at the vertebrae during the care of another fracture. */
  readonly foundInCare: boolean;
}

/** The clocks run from the fracture; without its day from the report. */
export function clockStart({ episode, foundOn }: FoundFracture): Day {
  return episode.day ?? foundOn;
}

/** The last day on which something can have been done. */
export function lastDay({ death, nextFoundOn }: FoundFracture, today: Day): Day {
  return Math.min(
    today,
    (death ?? Number.POSITIVE_INFINITY) - 1,
    (nextFoundOn ?? Number.POSITIVE_INFINITY) - 1,
  );
}

const leastAge = 50;

/** Why this fracture is not for the service; null when it is. Old vertebral fractures are known already by chance. */
export function objectionTo(random: Random, rates: Rates, found: FoundFracture): EndReason | null {
  const { site, state, energy, pathological } = found.episode;
  if (found.foundInCare) return 'already-known';
  if (['finger', 'toe', 'skull-face'].includes(site)) return 'other-site';
  if (pathological) return 'pathological';
  if (energy === 'high') return 'high-energy';
  if (ageOn(found.birth, clockStart(found)) < leastAge) return 'too-young';
  if (state !== 'old') return null;
  if (!site.startsWith('vertebra.')) return 'old-fracture';
  return random.chance(rates.share('known-old-share')) ? 'already-treated' : null;
}
