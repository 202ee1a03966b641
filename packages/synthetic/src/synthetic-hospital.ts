// The demonstration hospital: invented people over three years until yesterday, their reports, and how a Fracture
// Liaison Service took care of them. The same seed and day give the same hospital, to the letter, in any time zone.
// It knows no database; whoever loads it decides what the product may see.

import { addMonths, type CalendarDate } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { ageOn, dateOf, dayOf } from './calendar.ts';
import { careRulesOn } from './care/care-rules.ts';
import { incidenceFrom } from './fractures/incidence.ts';
import type { HospitalPatient } from './hospital-patient.ts';
import { careFor } from './patient-care.ts';
import { fractureLife, guestLife, otherLife, type PatientLife, type World } from './patient-life.ts';
import { createResident, type Resident } from './people/resident.ts';
import { createRandom, type Random } from './random.ts';
import { typedReport } from './reports/typed-report.ts';
import { createWriters } from './reports/writers.ts';

export interface HospitalPlan {
  readonly seed: string;
  /** Nothing happens on this day or after it. */
  readonly today: CalendarDate;
  readonly people: number;
  /** People of another hospital who come here too; they are counted among the people. */
  readonly guests?: readonly Resident[];
  /** Of each language the share that knowledge states, or everybody the same. */
  readonly language?: 'nl' | 'fr';
}

const months = 36;

export function* syntheticHospital(plan: HospitalPlan, knowledge: Knowledge): Generator<HospitalPatient> {
  const random = createRandom(plan.seed);
  const today = dayOf(plan.today);
  const rules = careRulesOn(knowledge, plan.today);
  const world: World = {
    rules,
    incidence: incidenceFrom(rules.rates),
    writers: createWriters(random),
    window: { start: dayOf(addMonths(plan.today, -months)), end: today - 1 },
  };
  let reports = 0;
  for (let place = 0; place < plan.people; place++) {
    const number = `SYN-${String(place + 1).padStart(5, '0')}`;
    const patient = live(random.fork(number), world, { plan, place, number });
    const drafts = [...patient.life.scene.drafts].sort((a, b) => a.day - b.day);
    yield {
      resident: patient.resident,
      deathDate: patient.life.death === null ? null : dateOf(patient.life.death),
      episodes: patient.life.scene.episodes,
      reports: drafts.map((draft) => {
        const { day, ...report } = typedReport(random, ++reports, draft);
        return { ...report, on: dateOf(day) };
      }),
      care: patient.care,
    };
  }
}

interface Place {
  readonly plan: HospitalPlan;
  readonly place: number;
  readonly number: string;
}

function live(
  random: Random,
  world: World,
  { plan, place, number }: Place,
): {
  readonly resident: Resident;
  readonly life: PatientLife;
  readonly care: ReturnType<typeof careFor>;
} {
  const { rates } = world.rules;
  const guest = plan.guests?.[place];
  const language = plan.language ?? (random.chance(rates.share('french-share')) ? 'fr' : 'nl');
  const life =
    guest !== undefined
      ? guestLife(random, world, guest, number)
      : random.chance(rates.share('fracture-patients'))
        ? fractureLife(random, world, language, number)
        : otherLife(random, world, language, number);
  const { birth } = life.scene.patient;
  const resident =
    guest === undefined
      ? createResident(random.fork('person'), rates, {
          number,
          place,
          birth,
          sex: life.sex,
          language,
          age: ageOn(birth, world.window.end),
        })
      : { ...guest, number };
  return { resident, life, care: careFor(random.fork('care'), world, life) };
}
