// Every sighting of one kind of event in a record: days on which it happened, and words that it did not.

import { type Answer, type CalendarDate, unreachable } from '@breekpunt/core';
import type { CareEvent } from '@breekpunt/knowledge';
import type { CareRecord, Seen } from './care-record.ts';

export function eventsOf(record: CareRecord, event: CareEvent): readonly Seen[] {
  switch (event) {
    case 'assessment':
      return record.assessments;
    case 'scan':
      return record.scans.flatMap(({ status, scannedOn }): Seen[] => {
        if (status === 'done') return [{ on: scannedOn, happened: 'yes' }];
        return status === 'not-done' ? [{ on: null, happened: 'no' }] : [];
      });
    case 'spine-image':
      return record.spineImages.map(happened);
    case 'labs-complete':
      return record.labs;
    case 'falls-assessment':
      return record.falls.map(({ outcome, on }) => ({ on, happened: outcome === 'not-done' ? 'no' : 'yes' }));
    case 'decision':
      return record.decisions.map(({ on }) => happened(on));
    case 'letter-to-doctor':
      return record.letters.map(happened);
    case 'contact':
      return record.contacts.flatMap(({ on, reached }): Seen[] =>
        on === null ? [] : [{ on, happened: reached ? 'yes' : 'no' }],
      );
    case 'medicine-started':
      return [...startsTold(record), ...dosesGiven(record)];
    case 'exercise-started':
      return exerciseOf(record);
    case 'still-prescribed':
      return record.contacts.flatMap(({ on, stillPrescribed }): Seen[] =>
        on === null || stillPrescribed === 'not-recorded' ? [] : [{ on, happened: stillPrescribed }],
      );
    case 'surgery':
      return told(record.hip?.operated, record.hip?.operatedOn);
    case 'mobilised':
      return told(record.hip?.mobilised, record.hip?.mobilisedOn);
    default:
      return unreachable(event);
  }
}

function happened(on: CalendarDate): Seen {
  return { on, happened: 'yes' };
}

function told(answer: Answer | undefined, on: CalendarDate | null | undefined): readonly Seen[] {
  if (answer === undefined || answer === 'not-recorded') return [];
  return [{ on: answer === 'yes' ? (on ?? null) : null, happened: answer }];
}

/** Told at a contact; without the day of the start, the day of the contact is the last day it can have been. */
function startsTold({ contacts }: CareRecord): readonly Seen[] {
  return contacts.flatMap(({ on, medicineStarted, medicineStartedOn }): Seen[] => {
    if (medicineStarted === 'not-recorded') return [];
    if (medicineStarted === 'no') return on === null ? [] : [{ on, happened: 'no' }];
    return [{ on: medicineStartedOn ?? on, happened: 'yes' }];
  });
}

function dosesGiven({ injections }: CareRecord): readonly Seen[] {
  return injections.flatMap(({ givenOn }) => (givenOn === null ? [] : [happened(givenOn)]));
}

function exerciseOf({ falls, contacts }: CareRecord): readonly Seen[] {
  const atAssessment = falls.flatMap(({ on, exerciseStarted, exerciseStartedOn }): Seen[] =>
    exerciseStarted === 'not-recorded' ? [] : [{ on: exerciseStartedOn ?? on, happened: exerciseStarted }],
  );
  const told = contacts.flatMap(({ on, exerciseStarted }): Seen[] =>
    on === null || exerciseStarted === 'not-recorded' ? [] : [{ on, happened: exerciseStarted }],
  );
  return [...atAssessment, ...told];
}
