// The same figures once more, written from the sentences of the definitions and the raw events, with other arithmetic of days and
// without reading a definition, a record or any code of the engine. Slow, flat and repetitive on purpose.

import type { RawEvent, RawFracture, RawHospital, RawPatient } from './raw-event.ts';

export interface SlowCount {
  achieved: number;
  missed: number;
  unknown: number;
}

/** Numbers of days are counted from 1 January 2023. */
export function slowCounting(hospital: RawHospital, now: number): Map<string, SlowCount> {
  const counts = new Map<string, SlowCount>();
  const add = (indicator: string, answer: boolean | null): void => {
    const count = counts.get(indicator) ?? { achieved: 0, missed: 0, unknown: 0 };
    if (answer === true) count.achieved++;
    else if (answer === false) count.missed++;
    else count.unknown++;
    counts.set(indicator, count);
  };
  for (const fracture of hospital.fractures) {
    const person = hospital.patients.find(({ patient }) => patient === fracture.patient);
    if (person === undefined || !counted(hospital, person, fracture)) continue;
    const own = hospital.events.filter(
      (one) => one.patient === fracture.patient && one.fracture === fracture.fracture,
    );
    countOne(add, person, fracture, own, now);
  }
  return counts;
}

/** Day of the clock's zero, after the person's first fracture. */
function zeroOf(fracture: RawFracture): number {
  return fracture.dayKnown ? fracture.day : fracture.day + 2;
}

function eligible(person: RawPatient, fracture: RawFracture): boolean {
  if (fracture.site === 'finger' || fracture.violent || person.livedDays === null) return false;
  const milliseconds = 86_400_000;
  const start = Date.UTC(2023, 0, 1) + person.firstFracture * milliseconds;
  const birth = new Date(start - person.livedDays * milliseconds);
  const fiftieth = Date.UTC(birth.getUTCFullYear() + 50, birth.getUTCMonth(), birth.getUTCDate());
  return start + zeroOf(fracture) * milliseconds >= fiftieth;
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

type Add = (indicator: string, answer: boolean | null) => void;

function countOne(
  add: Add,
  person: RawPatient,
  fracture: RawFracture,
  own: readonly RawEvent[],
  now: number,
): void {
  const zero = zeroOf(fracture);
  const passed = now - person.firstFracture - zero;
  const since = (day: number): number => day - zero;
  const dead = person.diesOn !== null;
  // true, false, or null: dead, but nobody knows when.
  const aliveAt = (day: number): boolean | null => {
    if (!dead) return true;
    if (!person.deathDayKnown) return null;
    return since(person.diesOn ?? 0) > day;
  };
  // null: never seen and never denied.
  const inWindow = (yes: readonly number[], denied: boolean, from: number, to: number): boolean | null => {
    if (yes.some((day) => since(day) >= from && since(day) <= to)) return true;
    if (yes.length > 0 || denied) return false;
    return null;
  };

  const assessed = own.filter(({ kind }) => kind === 'assessed').map(({ day }) => day);
  const declined = own.some(({ kind }) => kind === 'assessment-declined');
  const scanned = own.filter(({ kind }) => kind === 'scan-done').map(({ day }) => day);
  const scanRefused = own.some(({ kind }) => kind === 'scan-not-done');
  const fallsDone = own.some(({ kind }) => kind === 'falls-done');
  const fallsDenied = own.some(({ kind }) => kind === 'falls-not-done');
  let decision: string | null = null;
  let decidedOn = Number.NEGATIVE_INFINITY;
  for (const one of own)
    if (one.kind === 'decided' && one.outcome !== 'postponed' && one.day >= decidedOn) {
      decision = one.outcome;
      decidedOn = one.day;
    }
  const contacts = own.filter(({ kind }) => kind === 'contact');
  const contactDays = contacts.map(({ day }) => day);
  const contactFailed = own.some(({ kind }) => kind === 'contact-failed');
  const starts = [
    ...contacts.filter(({ started }) => started === 'yes').map(({ day, daysAgo }) => day - (daysAgo ?? 0)),
    ...own
      .filter((one) => one.kind === 'injection' && one.daysAgo !== null)
      .map((one) => one.day + (one.daysAgo ?? 0)),
  ];
  const startDenied = contacts.some(({ started }) => started === 'no');
  const exerciseSources = own.filter(({ kind }) => kind === 'contact' || kind === 'falls-done');
  const exercised = exerciseSources
    .filter(({ exercise }) => exercise === 'yes')
    .map(({ kind, day, daysAgo }) => (kind === 'falls-done' ? day - (daysAgo ?? 0) : day));
  const exerciseDenied = exerciseSources.some(({ exercise }) => exercise === 'no');
  const risks = own
    .filter(({ kind, risk }) => kind === 'falls-done' && risk !== null)
    .map(({ risk }) => risk);
  const still = contacts.filter((one) => one.still === 'yes').map(({ day }) => day);
  const stopped = contacts.some((one) => one.still === 'no');
  const labs = own.filter(({ kind }) => kind === 'labs').map(({ day }) => day);
  const images = own.filter(({ kind }) => kind === 'spine-image');
  const hip = fracture.site.startsWith('hip');
  const toTreat = decision === 'medicine' || decision === 'referred';

  // Which bone broke is known at once.
  if (passed >= 0) add('flsdb.3', fracture.site === 'vertebra.lumbar');
  if (passed >= 84) {
    add('iof.3', inWindow(assessed, declined, 0, 84));
    add('iof.4', inWindow(scanned, scanRefused, 0, 84));
    add('iof.5', fallsDone ? true : fallsDenied ? false : null);
    add('iof.6', decision === null ? null : decision === 'medicine');
    if (decision === 'medicine' && aliveAt(84) === true)
      add('own.first-dose', inWindow(starts, startDenied, 0, 84));
  }
  if (passed >= 90) {
    add('flsdb.4', inWindow(assessed, declined, 0, 90));
    if (scanned.length > 0 || scanRefused || own.some(({ kind }) => kind === 'scan-ordered'))
      add('flsdb.5', inWindow(scanned, scanRefused, 0, 90));
    add('flsdb.6', fallsDone ? true : fallsDenied ? false : null);
    add('flsdb.7', decision === null ? null : decision === 'medicine');
    if (scanned.length > 0) add('own.vfa', images.length > 0 ? true : null);
  }
  if (passed >= 112) {
    add('own.labs', inWindow(labs, false, 0, 112));
    if (toTreat && aliveAt(112) === true) {
      add('iof.7', inWindow(contactDays, contactFailed, 0, 112));
      add('flsdb.9', inWindow(contactDays, contactFailed, 84, 112));
      add('flsdb.10', inWindow(starts, startDenied, 0, 112));
    }
    if (decision === 'medicine' && aliveAt(112) === true) add('iof.8', inWindow(starts, startDenied, 0, 112));
    if (risks.includes('high') && aliveAt(112) === true) {
      add('iof.9', inWindow(exercised, exerciseDenied, 0, 112));
      if (!hip) add('flsdb.8', inWindow(exercised, exerciseDenied, 0, 112));
    }
  }
  if (passed >= 420) {
    if (decision === 'medicine' && aliveAt(365) === true) add('iof.10', inWindow(still, stopped, 322, 420));
    if (toTreat && aliveAt(365) === true) add('flsdb.11', inWindow(still, stopped, 322, 420));
  }
  for (const dose of own.filter(({ kind }) => kind === 'injection')) {
    const due = dose.day;
    if (dead && person.deathDayKnown && (person.diesOn ?? 0) <= due) continue;
    // daysAgo is how late it was given.
    if (dose.daysAgo !== null && dose.daysAgo <= 28) add('own.denosumab', true);
    else if (person.firstFracture + due + 28 >= now) continue;
    else add('own.denosumab', dose.daysAgo === null ? null : false);
  }
}
