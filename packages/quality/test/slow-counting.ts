// The same figures once more, written from the sentences of the definitions and the raw events, with other arithmetic of days and
// without reading a definition, a record or any code of the engine. Slow, flat and repetitive on purpose.

import type { RawEvent, RawFracture, RawHospital, RawPatient } from './raw-event.ts';
import { type SlowSight, slowSight, zeroOf } from './slow-sight.ts';

export interface SlowCount {
  achieved: number;
  missed: number;
  unknown: number;
}

/** Counts one patient: true, false, or null when nobody can tell; `times` for figures that count something else. */
export type Add = (indicator: string, answer: boolean | null, times?: number) => void;

/** Numbers of days are counted from 1 January 2023. */
export function slowCounting(hospital: RawHospital, now: number): Map<string, SlowCount> {
  const { counts, add } = emptyCounting();
  for (const fracture of hospital.fractures) {
    const person = hospital.patients.find(({ patient }) => patient === fracture.patient);
    if (person === undefined || !counted(hospital, person, fracture)) continue;
    const own = hospital.events.filter(
      (one) => one.patient === fracture.patient && one.fracture === fracture.fracture,
    );
    const sight = slowSight(person, fracture, own, now - person.firstFracture);
    countIof(add, sight);
    countBritish(add, sight);
    countOwn(add, sight, own, now);
    countStandards(add, sight);
  }
  return counts;
}

export function emptyCounting(): { readonly counts: Map<string, SlowCount>; readonly add: Add } {
  const counts = new Map<string, SlowCount>();
  const add: Add = (indicator, answer, times = 1) => {
    const count = counts.get(indicator) ?? { achieved: 0, missed: 0, unknown: 0 };
    if (answer === true) count.achieved += times;
    else if (answer === false) count.missed += times;
    else count.unknown += times;
    counts.set(indicator, count);
  };
  return { counts, add };
}

const milliseconds = 86_400_000;

/** Whether so many birthdays had passed on a day after the first fracture; null when the day of birth is not known. */
export function isOfAge(
  { livedDays, firstFracture }: Pick<RawPatient, 'livedDays' | 'firstFracture'>,
  years: number,
  day: number,
): boolean | null {
  if (livedDays === null) return null;
  const start = Date.UTC(2023, 0, 1) + firstFracture * milliseconds;
  const birth = new Date(start - livedDays * milliseconds);
  const birthday = Date.UTC(birth.getUTCFullYear() + years, birth.getUTCMonth(), birth.getUTCDate());
  return start + day * milliseconds >= birthday;
}

function eligible(person: RawPatient, fracture: RawFracture): boolean {
  if (fracture.site === 'finger' || fracture.violent) return false;
  return isOfAge(person, 50, zeroOf(fracture)) === true;
}

function counted(hospital: RawHospital, person: RawPatient, fracture: RawFracture): boolean {
  if (!eligible(person, fracture)) return false;
  for (const other of hospital.fractures) {
    if (other.patient !== fracture.patient || other.fracture === fracture.fracture) continue;
    if (zeroOf(other) !== zeroOf(fracture) || !eligible(person, other)) continue;
    const order = ['hip.femoral-neck', 'vertebra.lumbar', 'wrist.distal-radius'];
    const [mine, theirs] = [order.indexOf(fracture.site), order.indexOf(other.site)];
    if (theirs < mine || (theirs === mine && other.fracture < fracture.fracture)) return false;
  }
  return true;
}

/** Javaid 2020: 12 weeks are 84 days, 16 weeks 112; the contact of a year lies from week 46 to 60. */
function countIof(add: Add, one: SlowSight): void {
  // Found: of the kind that is expected, or of none.
  if (one.passed >= 0) add(one.spine ? 'iof.2' : 'iof.1', true);
  if (one.passed >= 84) {
    add('iof.3', one.within(one.assessed, one.assessmentDeclined, 0, 84));
    add('iof.4', one.within(one.scanned, one.scanRefused, 0, 84));
    add('iof.5', one.fallsSeen);
    add('iof.6', one.decision === null ? null : one.decision === 'medicine');
  }
  if (one.passed >= 112 && one.aliveAt(112) === true) {
    if (one.toTreat) add('iof.7', one.within(one.contacts, one.contactFailures.length > 0, 0, 112));
    if (one.decision === 'medicine') add('iof.8', one.within(one.starts, one.startDenied, 0, 112));
    if (one.risk === true) add('iof.9', one.within(one.exercised, one.exerciseDenied, 0, 112));
  }
  if (one.passed < 420) return;
  if (one.decision === 'medicine' && one.aliveAt(365) === true)
    add('iof.10', one.within(one.still, one.stopped, 322, 420));
  const { filled } = one;
  const twelve = [true, filled.fractureDay, ...filled.care, filled.deathDay, ...filled.followUp];
  for (const field of twelve) add('iof.11', field ? true : null);
}

/** FLS-DB: 90 days, a contact from week 12 to 16, exercise of those without a broken hip. */
function countBritish(add: Add, one: SlowSight): void {
  if (one.passed >= 0) {
    add('flsdb.2', true);
    add('flsdb.3', one.spine);
  }
  if (one.passed >= 90) {
    add('flsdb.4', one.within(one.assessed, one.assessmentDeclined, 0, 90));
    if (one.scanWanted) add('flsdb.5', one.within(one.scanned, one.scanRefused, 0, 90));
    add('flsdb.6', one.fallsSeen);
    add('flsdb.7', one.decision === null ? null : one.decision === 'medicine');
  }
  if (one.passed >= 112 && one.aliveAt(112) === true) {
    if (one.risk === true && !one.hip) add('flsdb.8', one.within(one.exercised, one.exerciseDenied, 0, 112));
    if (one.toTreat) {
      add('flsdb.9', one.within(one.contacts, one.contactFailures.length > 0, 84, 112));
      add('flsdb.10', one.within(one.starts, one.startDenied, 0, 112));
    }
  }
  if (one.passed < 420) return;
  if (one.toTreat && one.aliveAt(365) === true) add('flsdb.11', one.within(one.still, one.stopped, 322, 420));
  const { filled } = one;
  // Birth, sex and place are known of all who count here; where they live of none.
  const seventeen = [
    ...[true, true, true, filled.fractureDay, ...filled.care, filled.deathDay, ...filled.followUp],
    ...[one.scanWanted, filled.exerciseAdvised, false],
  ];
  for (const field of seventeen) add('flsdb.1', field ? true : null);
}

function countOwn(add: Add, one: SlowSight, own: readonly RawEvent[], now: number): void {
  if (one.passed >= 84 && one.decision === 'medicine' && one.aliveAt(84) === true)
    add('own.first-dose', one.within(one.starts, one.startDenied, 0, 84));
  if (one.passed >= 90 && one.scanned.length > 0) add('own.vfa', one.images.length > 0 ? true : null);
  if (one.passed >= 112) add('own.labs', one.within(one.labs, false, 0, 112));
  const { person } = one;
  for (const dose of own.filter(({ kind }) => kind === 'injection')) {
    if (person.diesOn !== null && person.deathDayKnown && person.diesOn <= dose.day) continue;
    // daysAgo is how late it was given.
    if (dose.daysAgo !== null && dose.daysAgo <= 28) add('own.denosumab', true);
    else if (person.firstFracture + dose.day + 28 >= now) continue;
    else add('own.denosumab', dose.daysAgo === null ? null : false);
  }
}

/** The thirteen standards of 2013: whether it was done at all, and time to assessment in 8, 12 and 16 weeks. */
function countStandards(add: Add, one: SlowSight): void {
  const ever = (days: readonly number[], denied: boolean): boolean | null =>
    days.length > 0 ? true : denied ? false : null;
  const assessed = ever(one.assessed, one.assessmentDeclined);
  if (one.passed >= 56) add('bpf.3-8', one.within(one.assessed, one.assessmentDeclined, 0, 56));
  if (one.passed >= 84) add('bpf.3-12', one.within(one.assessed, one.assessmentDeclined, 0, 84));
  if (one.passed >= 112) {
    add('bpf.3-16', one.within(one.assessed, one.assessmentDeclined, 0, 112));
    add('bpf.2', assessed);
    if (one.spine && one.complaints === 'yes') add('bpf.4-clinical', assessed);
    add('bpf.4-imaged', ever(one.images, false));
    add('bpf.6', ever(one.labs, false));
    add('bpf.7', one.fallsSeen);
    add('bpf.8', one.lifestyle ? true : null);
    if (one.decision === 'medicine') add('bpf.9', ever(one.starts, one.startDenied));
    add('bpf.11', ever(one.letters, false));
  }
  if (!one.toTreat || one.aliveAt(365) !== true) return;
  if (one.passed >= 365)
    add('bpf.12-short', one.within(one.contacts, one.contactFailures.length > 0, 0, 365));
  if (one.passed >= 420)
    add('bpf.12-long', one.within(one.contacts, one.contactFailures.length > 0, 322, 420));
}
