// Whether follow-up may end for somebody without saying who gives the next dose. Decision: only of denosumab, whose delay breaks
// vertebrae; asked when a patient leaves us alive, whatever the reason, and not when another hospital takes the case over whole.

import type { CurrentTreatment } from '../bone/safety-clocks.ts';
import type { FollowEnd } from './planned-contacts.ts';

/** FC23; empty: nothing has to be said. */
export function doseHandover(because: FollowEnd, treatment: CurrentTreatment | null): readonly string[] {
  const runs = treatment !== null && treatment.drug === 'denosumab' && treatment.stoppedOn === null;
  return runs && (because === 'declined' || because === 'moved-away') ? ['FC23'] : [];
}
