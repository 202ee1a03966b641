// The little that eligibility asks of a patient.
// Decision: what is not known is left out, so that it cannot look like an answer.

import type { CalendarDate } from '@breekpunt/core';

/** What is known of the patient; leave out what is not. */
export interface EligibilityPatient {
  readonly birthDate?: CalendarDate;
  readonly deathDate?: CalendarDate;
}
