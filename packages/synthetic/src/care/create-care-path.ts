// The whole care of one found fracture, step by step as it happened. Decision: every step draws from a stream of its
// own, so that a change in one step leaves the others as they were.

import type { VertebralLevel } from '@breekpunt/core';
import { type Day, dateOf, dayOf } from '../calendar.ts';
import { byShare } from '../draw.ts';
import type { Random } from '../random.ts';
import { drawAssessment } from './assessment.ts';
import type { CarePath, Letter } from './care-path.ts';
import type { CareRules } from './care-rules.ts';
import { drawDecision } from './decision.ts';
import { drawFollowUp } from './follow-up.ts';
import { type FoundFracture, lastDay } from './found-fracture.ts';
import { drawInjections } from './injections.ts';
import { drawBlood, drawFalls, drawScan, drawVertebrae, type Work } from './investigations.ts';
import { drawReview } from './review.ts';
import type { StaffRole } from './staff.ts';
import { type Done, standingOf } from './standing.ts';
import { drawStops } from './stops.ts';
import { tasksOf } from './tasks.ts';

const nurses = ['nurse-1', 'nurse-2', 'nurse-3'] as const;

const nothingDone: Done = {
  review: null,
  assessment: null,
  scan: null,
  vertebrae: [],
  labs: [],
  falls: null,
  decision: null,
  letters: [],
  contacts: [],
  injections: [],
  stops: [],
};

export interface CarePlan {
  readonly rules: CareRules;
  /** The last day on which something was done. */
  readonly today: Day;
  /** The vertebrae broken in this person, for whoever reads the spine. */
  readonly brokenVertebrae: readonly VertebralLevel[];
  /** The level of a fracture that reading the spine would discover; null when there is none to discover. */
  readonly hiddenVertebra: VertebralLevel | null;
}

export function createCarePath(random: Random, plan: CarePlan, found: FoundFracture): CarePath {
  const { rules, today } = plan;
  const nurse = byShare(random.fork('owner'), nurses, rules.rates.list('owner-shares'));
  const done = careGiven(random, plan, found, nurse);
  const owned = done.review !== null;
  const path = {
    episode: found.episode.key,
    foundOn: dateOf(found.foundOn),
    owner: owned ? nurse : null,
    ...done,
    standing: standingOf(found, done, rules.rates.number('in-time-days'), today),
  };
  return { ...path, tasks: owned ? tasksOf(path, nurse) : [] };
}

function careGiven(random: Random, plan: CarePlan, found: FoundFracture, by: StaffRole): Done {
  const { rules, today } = plan;
  const { rates } = rules;
  const review = drawReview(random.fork('review'), rates, found, by, today);
  if (review?.verdict !== 'confirmed') return { ...nothingDone, review };
  const reviewedOn = dayOf(review.on);
  const assessment = drawAssessment(random.fork('assessment'), rates, found, { reviewedOn, by, today });
  if (assessment?.outcome !== 'done') return { ...nothingDone, review, assessment };
  const work: Work = { rules, found, reviewedOn, assessedOn: dayOf(assessment.on), by, today };
  const scan = drawScan(random.fork('scan'), work);
  const course = drawDecision(random.fork('decision'), work, scan);
  const examined = {
    review,
    assessment,
    scan: scan.scan,
    vertebrae: spineRead(random.fork('spine'), plan, scan.scan?.status === 'done' ? scan.day : null),
    labs: drawBlood(random.fork('blood'), work),
    falls: drawFalls(random.fork('falls'), work),
    decision: course?.decision ?? null,
    letters: letters(random.fork('letters'), work, course?.day ?? null),
  };
  if (course === null) return { ...examined, contacts: [], injections: [], stops: [] };
  const followUp = drawFollowUp(random.fork('follow-up'), work, course);
  const injections = drawInjections(random.fork('injections'), work, course, followUp);
  return {
    ...examined,
    contacts: followUp.contacts,
    injections,
    stops: drawStops(random.fork('stops'), rates, injections),
  };
}

function spineRead(random: Random, plan: CarePlan, day: Day | null): CarePath['vertebrae'] {
  const { rates } = plan.rules;
  if (day === null || !random.chance(rates.share('vfa-share'))) return [];
  const hidden = plan.hiddenVertebra;
  const discovered = hidden !== null && random.chance(rates.share('vfa-fracture-share')) ? [hidden] : [];
  return drawVertebrae(random, day, [...plan.brokenVertebrae, ...discovered]);
}

function letters(random: Random, { found, assessedOn, by, today }: Work, decidedOn: Day | null): Letter[] {
  const last = lastDay(found, today);
  const informed = assessedOn + random.int(0, 21);
  const advised = decidedOn === null ? null : Math.max(decidedOn + random.int(1, 16), informed);
  return [
    ...(informed <= last
      ? [{ on: dateOf(informed), by, kind: 'patient-information', recipient: 'patient' } as const]
      : []),
    ...(advised !== null && advised <= last
      ? [
          {
            on: dateOf(advised),
            by,
            kind: 'general-practitioner-advice',
            recipient: 'general-practitioner',
          } as const,
        ]
      : []),
  ];
}
