// Which drug a patient in follow-up is on, from what the record holds of them.

import type { FollowedPerson } from './followed-people.ts';
import { type KnownTreatment, treatmentOf } from './treatment-of.ts';

/** `without`: a contact that is being made, whose answers are only being said. */
export function knownTreatment(
  { decisions, contacts, doses, stops }: FollowedPerson,
  without: number | null = null,
): KnownTreatment | null {
  return treatmentOf({ decisions, told: contacts.filter(({ id }) => id !== without), doses, stops });
}
