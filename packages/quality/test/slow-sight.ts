// What the raw events of one fracture say, as plain lists of days: what the slow counting looks at. Written apart from the engine.

import type { RawEvent, RawFracture, RawKind, RawPatient } from './raw-event.ts';

/** Day of the clock's zero, after the person's first fracture. */
export function zeroOf(fracture: Pick<RawFracture, 'day' | 'dayKnown'>): number {
  return fracture.dayKnown ? fracture.day : fracture.day + 2;
}

export interface SlowSight {
  readonly person: RawPatient;
  readonly hip: boolean;
  readonly spine: boolean;
  readonly complaints: RawFracture['complaints'];
  /** Days since the clock's zero. */
  readonly passed: number;
  readonly assessed: readonly number[];
  readonly assessmentDeclined: boolean;
  readonly scanned: readonly number[];
  readonly scanRefused: boolean;
  readonly scanWanted: boolean;
  readonly fallsSeen: boolean | null;
  readonly risk: boolean | null;
  /** The last one that decided anything. */
  readonly decision: RawEvent['outcome'] | null;
  readonly toTreat: boolean;
  readonly contacts: readonly number[];
  /** Days on which nobody was reached. */
  readonly contactFailures: readonly number[];
  readonly starts: readonly number[];
  readonly startDenied: boolean;
  readonly exercised: readonly number[];
  readonly exerciseDenied: boolean;
  readonly still: readonly number[];
  readonly stopped: boolean;
  readonly labs: readonly number[];
  readonly images: readonly number[];
  readonly letters: readonly number[];
  readonly lifestyle: boolean;
  /** Which fields of a registry are filled. */
  readonly filled: {
    readonly fractureDay: boolean;
    /** Assessment, scan, falls, medicine recommended. */
    readonly care: readonly boolean[];
    readonly deathDay: boolean;
    /** First contact, started, exercise started, second contact, still prescribed. */
    readonly followUp: readonly boolean[];
    readonly exerciseAdvised: boolean;
  };
  /** Null: dead, but nobody knows since when. */
  aliveAt(day: number): boolean | null;
  /** Null: never seen and never denied. */
  within(yes: readonly number[], denied: boolean, from: number, to: number): boolean | null;
}

/** `today`: days after the person's first fracture. */
export function slowSight(
  person: RawPatient,
  fracture: RawFracture,
  own: readonly RawEvent[],
  today: number,
): SlowSight {
  const zero = zeroOf(fracture);
  const since = (day: number): number => day - zero;
  const all = (...kinds: RawKind[]): readonly RawEvent[] => own.filter(({ kind }) => kinds.includes(kind));
  const daysOf = (...kinds: RawKind[]): readonly number[] => all(...kinds).map(({ day }) => day);
  const contacts = all('contact');
  const decision = lastDecision(own);
  const exercise = all('contact', 'falls-done');
  const risks = all('falls-done').flatMap(({ risk }) => (risk === null ? [] : [risk]));
  const sight = {
    person,
    hip: fracture.site === 'hip.femoral-neck',
    spine: fracture.site === 'vertebra.lumbar',
    complaints: fracture.complaints,
    passed: today - zero,
    assessed: daysOf('assessed'),
    assessmentDeclined: all('assessment-declined').length > 0,
    scanned: daysOf('scan-done'),
    scanRefused: all('scan-not-done').length > 0,
    scanWanted: all('scan-ordered', 'scan-done', 'scan-not-done').length > 0,
    fallsSeen: all('falls-done').length > 0 ? true : all('falls-not-done').length > 0 ? false : null,
    risk: risks.includes('high') ? true : risks.length > 0 ? false : null,
    decision,
    toTreat: decision === 'medicine' || decision === 'referred',
    contacts: daysOf('contact'),
    contactFailures: daysOf('contact-failed'),
    starts: [
      ...contacts.filter(({ started }) => started === 'yes').map(({ day, daysAgo }) => day - (daysAgo ?? 0)),
      ...all('injection').flatMap(({ day, daysAgo }) => (daysAgo === null ? [] : [day + daysAgo])),
    ],
    startDenied: contacts.some(({ started }) => started === 'no'),
    exercised: exercise
      .filter((one) => one.exercise === 'yes')
      .map(({ kind, day, daysAgo }) => (kind === 'falls-done' ? day - (daysAgo ?? 0) : day)),
    exerciseDenied: exercise.some((one) => one.exercise === 'no'),
    still: contacts.filter((one) => one.still === 'yes').map(({ day }) => day),
    stopped: contacts.some((one) => one.still === 'no'),
    labs: daysOf('labs'),
    images: daysOf('spine-image'),
    letters: daysOf('letter'),
    lifestyle: all('lifestyle').length > 0,
    aliveAt(day: number): boolean | null {
      if (person.diesOn === null) return true;
      return person.deathDayKnown ? since(person.diesOn) > day : null;
    },
    within(yes: readonly number[], denied: boolean, from: number, to: number): boolean | null {
      if (yes.some((day) => since(day) >= from && since(day) <= to)) return true;
      return yes.length > 0 || denied ? false : null;
    },
  };
  return { ...sight, filled: filledFields(sight, fracture, contacts, since) };
}

function lastDecision(own: readonly RawEvent[]): RawEvent['outcome'] | null {
  let decision: RawEvent['outcome'] | null = null;
  let decidedOn = Number.NEGATIVE_INFINITY;
  for (const one of own)
    if (one.kind === 'decided' && one.outcome !== 'postponed' && one.day >= decidedOn) {
      decision = one.outcome;
      decidedOn = one.day;
    }
  return decision;
}

/** A field that cannot apply counts as filled; so does "it was not done". */
function filledFields(
  one: Omit<SlowSight, 'filled'>,
  fracture: RawFracture,
  contacts: readonly RawEvent[],
  since: (day: number) => number,
): SlowSight['filled'] {
  const { person } = one;
  const diedBy = (day: number): boolean =>
    person.diesOn !== null && person.deathDayKnown && since(person.diesOn) <= day;
  const untreated = one.decision !== null && !one.toTreat;
  const asked = (what: 'started' | 'exercise' | 'still'): boolean =>
    contacts.some((contact) => contact[what] !== 'not-recorded');
  const tried = [...one.contacts, ...one.contactFailures];
  return {
    fractureDay: fracture.dayKnown,
    care: [
      one.assessed.length > 0 || one.assessmentDeclined,
      one.scanned.length > 0 || one.scanRefused,
      one.fallsSeen !== null,
      one.decision !== null,
    ],
    deathDay: person.diesOn === null || person.deathDayKnown,
    followUp: [
      diedBy(112) || tried.length > 0,
      diedBy(112) || untreated || asked('started') || one.starts.length > 0,
      diedBy(112) || one.risk === false || one.exercised.length > 0 || one.exerciseDenied,
      diedBy(365) || untreated || tried.some((day) => since(day) > 112),
      diedBy(365) || untreated || asked('still'),
    ],
    exerciseAdvised: one.risk !== null,
  };
}
