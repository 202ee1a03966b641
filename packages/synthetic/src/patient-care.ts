// The care of everything that reports name in one person. The scan of one path writes the last report: its scores are
// those of the record, and a vertebra that it discovers becomes a fracture of its own.

import type { VertebralLevel } from '@breekpunt/core';
import { tScoreClass } from '@breekpunt/investigate';
import { type Day, dayOf } from './calendar.ts';
import type { CarePath } from './care/care-path.ts';
import { type CarePlan, createCarePath } from './care/create-care-path.ts';
import type { FoundFracture } from './care/found-fracture.ts';
import type { PatientLife, World } from './patient-life.ts';
import type { Random } from './random.ts';
import { densityReport } from './reports/density-report.ts';
import type { TrueEpisode } from './reports/patient.ts';
import { breakVertebra } from './reports/scene.ts';

interface Named {
  readonly episode: TrueEpisode;
  readonly foundOn: Day;
}

const discoverable: readonly VertebralLevel[] = ['T8', 'T12', 'L1', 'L2'];

export function careFor(random: Random, world: World, life: PatientLife): CarePath[] {
  const named = namedEpisodes(life);
  const paths = named.map((one) => {
    const stream = random.fork(one.episode.key);
    return createCarePath(stream, planFor(stream, world, life), foundFrom(life, named, one));
  });
  const discovered = paths.flatMap((path) => writeScan(world, life, path));
  return [
    ...paths,
    ...discovered.map((one) => {
      const stream = random.fork(one.episode.key);
      const found = { ...foundFrom(life, [one], one), foundInCare: true };
      return createCarePath(stream, planFor(stream, world, life), found);
    }),
  ];
}

/** What reports name as present or possible, with the day of the first of them. */
function namedEpisodes({ scene: { episodes, drafts } }: PatientLife): Named[] {
  return episodes
    .flatMap((episode) => {
      const days = drafts
        .filter(({ piece }) =>
          piece.statements.some((one) => one.episode === episode.key && one.presence !== 'absent'),
        )
        .map(({ day }) => day);
      return days.length === 0 ? [] : [{ episode, foundOn: Math.min(...days) }];
    })
    .toSorted((a, b) => a.foundOn - b.foundOn);
}

function foundFrom(
  { scene: { patient }, sex, death }: PatientLife,
  named: readonly Named[],
  { episode, foundOn }: Named,
): FoundFracture {
  const recent = named.filter((one) => isFresh(one.episode) && one.episode !== episode);
  const later = recent.map((one) => one.foundOn).filter((day) => day > foundOn);
  return {
    episode,
    foundOn,
    birth: patient.birth,
    sex,
    death,
    nextFoundOn: later.length === 0 ? null : Math.min(...later),
    foundInCare: !isFresh(episode) && recent.some((one) => one.foundOn <= foundOn),
  };
}

function isFresh({ state, energy, pathological }: TrueEpisode): boolean {
  return state !== 'old' && energy !== 'high' && !pathological;
}

function planFor(random: Random, { rules, window }: World, { scene }: PatientLife): CarePlan {
  const brokenVertebrae = scene.episodes.flatMap(({ levels }) => levels);
  const hiddenVertebra = brokenVertebrae.length === 0 ? random.fork('hidden').pick(discoverable) : null;
  return { rules, today: window.end, brokenVertebrae, hiddenVertebra };
}

/** Writes the report of the scan, when there was one; gives the fracture it discovered, if any. */
function writeScan({ rules }: World, { scene }: PatientLife, path: CarePath): Named[] {
  if (path.scan?.status !== 'done' || path.scan.scannedOn === null) return [];
  const day = dayOf(path.scan.scannedOn);
  const broken = path.vertebrae.filter(({ genant }) => genant !== null && genant > 0);
  const known = scene.episodes.filter(({ levels }) => levels.length > 0);
  const unknown = broken.filter(({ level }) => !known.some(({ levels }) => levels.includes(level)));
  const discovered = unknown.map(
    ({ level }) => breakVertebra(scene, { day: null, state: 'old', level, energy: 'unknown' }).episode,
  );
  const score = (region: string): number =>
    path.scan?.regions.find((one) => one.region === region)?.tScore ?? 0;
  const scores = {
    spine: score('lumbar-spine'),
    femoralNeck: score('femoral-neck'),
    totalHip: score('total-hip'),
  };
  densityReport(scene, day, {
    ...scores,
    side: path.scan.regions.find(({ side }) => side !== null)?.side ?? 'left',
    reading: tScoreClass(Math.min(...Object.values(scores)), rules.dxa),
    vertebrae: path.vertebrae.length === 0 ? null : [...known, ...discovered],
  });
  return discovered.map((episode) => ({ episode, foundOn: day }));
}
