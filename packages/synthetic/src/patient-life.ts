// What happens to one invented person and what is written of it: broken bones and their reports, other visits, death.

import { type Day, dayOf } from './calendar.ts';
import type { CareRules } from './care/care-rules.ts';
import type { Incidence } from './fractures/incidence.ts';
import { type BrokenBone, lifeCourse, type Window } from './fractures/life-course.ts';
import { deathDay } from './fractures/mortality.ts';
import type { Resident } from './people/resident.ts';
import type { Random } from './random.ts';
import { frenchBook } from './reports/fr/book.ts';
import { dutchBook } from './reports/nl/book.ts';
import { limbFracture } from './reports/scenarios-limb.ts';
import { addPast, unrelatedVisit } from './reports/scenarios-other.ts';
import {
  clinicalVertebralFracture,
  incidentalVertebralFracture,
  unseenVertebralFracture,
} from './reports/scenarios-spine.ts';
import type { Scene } from './reports/scene.ts';
import { type Story, stories } from './reports/stories.ts';
import type { Writers } from './reports/writers.ts';

export interface World {
  readonly rules: CareRules;
  readonly incidence: Incidence;
  readonly writers: Writers;
  readonly window: Window;
}

export interface PatientLife {
  readonly scene: Scene;
  readonly sex: Resident['sex'];
  readonly death: Day | null;
}

/** Somebody whose bone breaks in the window. */
export function fractureLife(
  random: Random,
  world: World,
  language: 'nl' | 'fr',
  number: string,
): PatientLife {
  const { rules, incidence, window } = world;
  const life = lifeCourse(random.fork('life'), rules.rates, rules.models, incidence, window);
  const { birth, sex, fractures, death } = life;
  const scene = sceneFor(random, world, { number, birth, sex, language }, lastReport(world, death));
  givePast(scene, world);
  for (const bone of fractures) breakAndWrite(scene, world, bone);
  visit(scene, [
    [0, 8],
    [1, 2],
  ]);
  return { scene, sex, death };
}

/** Somebody who comes for something else, or whose fracture is not one for the service. */
export function otherLife(random: Random, world: World, language: 'nl' | 'fr', number: string): PatientLife {
  const story = random.weighted(otherStories.map((one) => [one, one.weight] as const));
  const sex = random.chance(0.58) ? ('female' as const) : ('male' as const);
  const { start } = world.window;
  const [youngest, oldest] = story.ages;
  const birth = start - Math.floor(random.int(youngest * 10, oldest * 10) * 36.525) - random.int(0, 36);
  const scene = sceneFor(random, world, { number, birth, sex, language }, world.window.end);
  if (!story.name.startsWith('visitor') && birth < start - 45 * 365) givePast(scene, world);
  story.play(scene);
  if (!story.name.startsWith('visitor'))
    visit(scene, [
      [0, 19],
      [1, 1],
    ]);
  if (scene.drafts.length === 0) unrelatedVisit(scene);
  return { scene, sex, death: naturalDeath(random, world, scene, sex) };
}

/** Somebody known from another hospital, who comes here now and then. */
export function guestLife(random: Random, world: World, guest: Resident, number: string): PatientLife {
  const { sex, language } = guest;
  const birth = dayOf(guest.birthDate);
  const scene = sceneFor(random, world, { number, birth, sex, language }, world.window.end);
  givePast(scene, world);
  visit(scene, [
    [1, 2],
    [2, 1],
  ]);
  return { scene, sex, death: null };
}

const otherStories: readonly Story[] = stories.filter(({ fragility }) => fragility !== true);

function sceneFor(
  random: Random,
  { writers, window }: World,
  person: {
    readonly number: string;
    readonly birth: Day;
    readonly sex: Resident['sex'];
    readonly language: 'nl' | 'fr';
  },
  end: Day,
): Scene {
  const { number: id, birth, sex, language } = person;
  return {
    random: random.fork('reports'),
    book: language === 'nl' ? dutchBook : frenchBook,
    authors: writers[language],
    patient: { id, birth, sex: sex === 'female' ? 'F' : 'M', language },
    start: window.start,
    end,
    episodes: [],
    drafts: [],
  };
}

function breakAndWrite(scene: Scene, { rules: { rates } }: World, { site, day }: BrokenBone): void {
  if (site !== 'vertebra') return limbFracture(scene, site, 'low', day);
  if (!scene.random.chance(rates.named)) return unseenVertebralFracture(scene, day);
  return scene.random.chance(rates.share('clinical-vertebra-share'))
    ? clinicalVertebralFracture(scene, day)
    : incidentalVertebralFracture(scene, day);
}

function givePast(scene: Scene, { rules: { rates } }: World): void {
  if (scene.random.chance(rates.share('past-fracture-share'))) addPast(scene, 0.2);
}

function visit(scene: Scene, counts: readonly (readonly [number, number])[]): void {
  const visits = scene.random.weighted(counts);
  for (let one = 0; one < visits; one++) unrelatedVisit(scene);
}

function lastReport({ window }: World, death: Day | null): Day {
  return death === null ? window.end : Math.max(window.start, death - 1);
}

/** After the last report: the dead are not examined. */
function naturalDeath(
  random: Random,
  { rules: { rates }, window }: World,
  { patient, drafts }: Scene,
  sex: Resident['sex'],
): Day | null {
  const last = Math.max(window.start, ...drafts.map(({ day }) => day));
  return deathDay(random, rates, { birth: patient.birth, sex, fractures: [] }, last + 1, window.end);
}
