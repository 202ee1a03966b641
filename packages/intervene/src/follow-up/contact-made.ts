// Whether a contact that is owed was made. Decision: any talk inside its window counts, whatever it was planned as, because a
// talk asks for all of it; an injection that was given is no talk.

import type { CalendarDate } from '@breekpunt/core';
import type { ContactMoment, MadeContact } from './planned-contacts.ts';

/** Calls that ask after the patient, and so can be one call; a deadline of a drug stays its own. */
export const talks: readonly ContactMoment[] = ['16-weeks', '52-weeks', 'yearly', '3-months', 'judge-again'];

interface Window {
  readonly moment: ContactMoment;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export function isMade(contact: Window, made: readonly MadeContact[]): boolean {
  const { moment, from } = contact;
  if (moment === '16-weeks' || moment === '52-weeks' || moment === '3-months')
    return made.some((one) => one.moment === moment) || talkedWithin(contact, made);
  return made.some((one) => one.moment === moment && one.doneOn >= from) || talkedWithin(contact, made);
}

function talkedWithin({ from, until }: Window, made: readonly MadeContact[]): boolean {
  return made.some(
    ({ moment, doneOn, reached }) => reached && moment !== 'injection' && doneOn >= from && doneOn <= until,
  );
}
