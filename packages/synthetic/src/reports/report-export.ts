// The synthetic hospital as an export of reports: who the patients are, which story each one lives, and the reports
// that remain of it. The same seed gives the same hospital, to the letter. It knows nothing of care; that is
// `synthetic-hospital.ts`.

import type { Language } from '@breekpunt/core';
import { type Day, dayOf } from '../calendar.ts';
import { createRandom, type Random } from '../random.ts';
import { frenchBook } from './fr/book.ts';
import { dutchBook } from './nl/book.ts';
import type { Patient, PatientRecord } from './patient.ts';
import type { Phrasebook } from './phrasebook.ts';
import { addPast, unrelatedVisit } from './scenarios-other.ts';
import type { Scene } from './scene.ts';
import { stories } from './stories.ts';
import { typedReport } from './typed-report.ts';
import { createWriters, type Writers } from './writers.ts';

export interface ReportExportPlan {
  readonly seed: string;
  readonly patients: number;
  readonly start: string;
  readonly end: string;
}

export function* createReportExport(plan: ReportExportPlan): Generator<PatientRecord> {
  const random = createRandom(plan.seed);
  const start = dayOf(plan.start);
  const end = dayOf(plan.end);
  const staff = createWriters(random);
  let reportNumber = 0;
  for (let number = 1; number <= plan.patients; number++) {
    const id = `SYN-${String(number).padStart(5, '0')}`;
    const life = live(random.fork(id), id, start, end, staff);
    const drafts = [...life.scene.drafts].sort((a, b) => a.day - b.day);
    yield {
      patient: life.scene.patient,
      scenario: life.story,
      episodes: life.scene.episodes,
      reports: drafts.map((draft) => typedReport(random, ++reportNumber, draft)),
    };
  }
}

/** The same patient, seen by a colleague who writes the other language. */
function acrossTheLanguageBorder(scene: Scene, staff: Writers): Scene {
  return scene.book.language === 'nl'
    ? { ...scene, book: frenchBook, authors: staff.fr }
    : { ...scene, book: dutchBook, authors: staff.nl };
}

interface Life {
  readonly scene: Scene;
  readonly story: string;
}

function live(random: Random, id: string, start: Day, end: Day, staff: Writers): Life {
  const story = random.weighted(stories.map((s) => [s, s.weight] as const));
  const language: Language = random.chance(0.63) ? 'nl' : 'fr';
  const book: Phrasebook = language === 'nl' ? dutchBook : frenchBook;
  const patient: Patient = {
    id,
    birth:
      start - Math.floor(random.int(story.ages[0] * 10, story.ages[1] * 10) * 36.525) - random.int(0, 36),
    sex: random.chance(0.66) ? 'F' : 'M',
    language,
  };
  const scene: Scene = {
    random,
    book,
    authors: staff[language],
    patient,
    start,
    end,
    episodes: [],
    drafts: [],
  };
  const foreign = story.name.startsWith('visitor');
  if (!foreign && patient.birth < start - 45 * 365 && random.chance(0.22)) addPast(scene, 0.2);
  story.play(scene);
  const visits = foreign
    ? 0
    : random.weighted([
        [0, 6],
        [1, 5],
        [2, 3],
        [3, 1],
      ] as const);
  for (let visit = 0; visit < visits; visit++)
    unrelatedVisit(random.chance(0.06) ? acrossTheLanguageBorder(scene, staff) : scene);
  // A stay planned past the end of the export leaves no report; the patient then has an ordinary visit.
  if (scene.drafts.length === 0) unrelatedVisit(scene);
  return { scene, story: story.name };
}
