// Where a case stands today, from what was done: the first step that is missing is its stage, and an end of life, of
// contact or of care closes it.

import { type Day, dateOf, dayOf } from '../calendar.ts';
import type { CarePath, EndReason, Standing } from './care-path.ts';
import { clockStart, type FoundFracture } from './found-fracture.ts';

export type Done = Omit<CarePath, 'standing' | 'tasks' | 'episode' | 'foundOn' | 'owner'>;

/** Days after a call that failed, or was never made, until the patient counts as lost. */
const lostAfter = { failed: 30, never: 120 };
const reviewWithin = 7;
const stepWithin = 14;
const snoozeDays = 21;

export function standingOf(found: FoundFracture, done: Done, inTimeDays: number, today: Day): Standing {
  const { death, nextFoundOn } = found;
  const stage = stageOf(done);
  if (done.review === null)
    return death === null || death > today
      ? open('identify', 'to-review', found.foundOn + reviewWithin, found.foundOn)
      : ended('identify', 'closed', 'deceased', death);
  const { verdict, reason } = done.review;
  const reviewed = dayOf(done.review.on);
  if (verdict === 'rejected' || verdict === 'not-useful') {
    const state = verdict === 'rejected' ? 'rejected' : 'closed';
    return ended(
      'identify',
      state,
      reason === null || reason === 'awaits-imaging' ? 'no-fracture' : reason,
      reviewed,
    );
  }
  if (verdict === 'snoozed')
    return {
      ...open('identify', 'snoozed', null, reviewed),
      snoozedUntil: dateOf(Math.max(today + 1, reviewed + snoozeDays)),
      reason: 'awaits-imaging',
    };
  const outcome = done.assessment?.outcome;
  if (outcome === 'declined' || outcome === 'unreachable')
    return ended(stage, 'closed', outcome, dayOf(done.assessment?.on ?? ''));
  const ends: readonly (readonly [Day | null, EndReason])[] = [
    [death, 'deceased'],
    [nextFoundOn, 'new-fracture'],
  ];
  const end = ends.find(([day]) => day !== null && day <= today);
  if (end !== undefined) return ended(stage, 'closed', end[1], end[0] ?? today);
  if (stage === 'follow-up') return followUpStanding(done, today);
  return open(stage, 'open', dueDay(stage, found, done, inTimeDays), lastStep(done) ?? reviewed);
}

function stageOf(done: Done): Standing['stage'] {
  if (done.review?.verdict !== 'confirmed') return 'identify';
  if (done.assessment?.outcome !== 'done') return 'investigate';
  if (!done.letters.some(({ kind }) => kind === 'patient-information')) return 'inform';
  if (done.decision === null) return 'intervene';
  return done.letters.some(({ kind }) => kind === 'general-practitioner-advice') ? 'follow-up' : 'integrate';
}

function dueDay(stage: Standing['stage'], found: FoundFracture, done: Done, inTimeDays: number): Day {
  const assessed = done.assessment === null ? found.foundOn : dayOf(done.assessment.on);
  const decided = done.decision === null ? assessed : dayOf(done.decision.on);
  switch (stage) {
    case 'identify':
      return found.foundOn + reviewWithin;
    case 'investigate':
      return clockStart(found) + inTimeDays;
    case 'inform':
      return assessed + stepWithin;
    case 'intervene': {
      const scan = done.scan?.status === 'planned' ? dayOf(done.scan.plannedOn ?? '') : assessed;
      return Math.max(assessed, scan) + stepWithin;
    }
    case 'integrate':
    case 'follow-up':
      return decided + stepWithin;
  }
}

function followUpStanding(done: Done, today: Day): Standing {
  const since = lastStep(done) ?? today;
  const failed = done.contacts.find(({ outcome }) => outcome === 'not-reached');
  const waiting = done.contacts.find(({ doneOn }) => doneOn === null);
  const injection = done.injections.find(
    ({ givenOn, notGivenReason }) => givenOn === null && notGivenReason === null,
  );
  if (failed !== undefined) {
    const lost = dayOf(failed.doneOn ?? failed.plannedOn) + lostAfter.failed;
    if (lost <= today) return ended('follow-up', 'closed', 'lost-to-follow-up', lost);
    return open('follow-up', 'open', lost, since);
  }
  if (waiting !== undefined) {
    const lost = dayOf(waiting.plannedOn) + lostAfter.never;
    if (lost <= today) return ended('follow-up', 'closed', 'lost-to-follow-up', lost);
    const due = [dayOf(waiting.plannedOn), ...(injection === undefined ? [] : [dayOf(injection.dueOn)])];
    return open('follow-up', 'open', Math.min(...due), since);
  }
  if (injection !== undefined) return open('follow-up', 'open', dayOf(injection.dueOn), since);
  return ended('follow-up', 'closed', 'completed', since);
}

function lastStep({ assessment, decision, letters, contacts }: Done): Day | null {
  const days = [
    assessment?.on,
    decision?.on,
    ...letters.map(({ on }) => on),
    ...contacts.map((one) => one.doneOn),
  ]
    .filter((day) => day !== null && day !== undefined)
    .map(dayOf);
  return days.length === 0 ? null : Math.max(...days);
}

function open(
  stage: Standing['stage'],
  state: 'to-review' | 'open' | 'snoozed',
  due: Day | null,
  since: Day,
): Standing {
  return {
    stage,
    state,
    dueOn: due === null ? null : dateOf(due),
    snoozedUntil: null,
    reason: null,
    since: dateOf(since),
  };
}

function ended(
  stage: Standing['stage'],
  state: 'rejected' | 'closed',
  reason: EndReason,
  since: Day,
): Standing {
  return { stage, state, dueOn: null, snoozedUntil: null, reason, since: dateOf(since) };
}
