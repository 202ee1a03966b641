// A case as the case finder makes it from one report: person, report, findings, episode and case, for tests about what
// people do with cases.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import {
  createCaseFinder,
  eligibility,
  eligibilityRulesOn,
  episodeRulesOn,
  evidenceFromReport,
  mergeEpisodes,
  urgency,
  urgencyRulesOn,
} from '@breekpunt/identify';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../src/database/site-transaction.ts';
import { addFindings } from '../src/records/finding.ts';
import { openCase } from '../src/records/fls-case.ts';
import { saveEpisode } from '../src/records/fracture-episode.ts';
import { addPerson } from '../src/records/person.ts';
import { addReport, markScanned } from '../src/records/report.ts';

export const today: CalendarDate = knownDate('2026-11-21');
const finder = createCaseFinder();
const knowledge = loadKnowledge();
const knowledgeVersion = knowledge.version;

export interface FoundCase {
  readonly id: number;
  readonly person: number;
  readonly report: number;
  readonly episode: number;
  readonly findings: readonly number[];
}

export interface CaseWords {
  readonly text?: string;
  readonly familyName?: string;
  readonly birthDate?: string;
  readonly reportedOn?: CalendarDate;
  readonly dueOn?: CalendarDate | null;
}

let names = 0;

/** The report must state a fracture. */
export async function foundCase(tx: SiteTransaction, words: CaseWords = {}): Promise<FoundCase> {
  const { text = 'Recente inzakking van L1.', familyName = 'Peeters', birthDate = '1941-03-12' } = words;
  const { reportedOn = addDays(today, -9), dueOn = null } = words;
  const person = await addPerson(tx, {
    familyName,
    givenName: 'Maria',
    birthDate: knownDate(birthDate),
    sex: 'female',
    language: 'nl',
    country: 'BE',
    deceased: 'not-recorded',
    deathDate: null,
  });
  const { id: report } = await addNamedReport(tx, person, text, reportedOn);
  const read = finder.read(text, { language: 'nl', date: reportedOn, kind: 'ct' });
  const scanned = { report, person, knowledgeVersion };
  const findings = await addFindings(tx, scanned, read.findings);
  await markScanned(tx, report, { ...read, knowledgeVersion, at: new Date() });
  const facts = { id: String(report), date: reportedOn, kind: 'ct' };
  const { episodes } = mergeEpisodes(
    evidenceFromReport(facts, read.findings),
    sure(episodeRulesOn(knowledge, today)),
  );
  const episode = episodes.find(({ status }) => status !== 'excluded');
  if (episode === undefined) throw new Error('The text of this test states no fracture');
  const rules = sure(eligibilityRulesOn(knowledge, 'BE', today));
  const judged = eligibility(episode, { birthDate: knownDate(birthDate) }, today, rules);
  const saved = await saveEpisode(tx, person, episode, judged, knowledgeVersion);
  const of = episode.evidence.flatMap(({ source }) =>
    source.kind === 'report' ? [findings[source.finding] ?? 0] : [],
  );
  await tx.db
    .updateTable('finding')
    .set({ fracture_episode_id: saved })
    .where('finding_id', 'in', of)
    .execute();
  const { id } = await openCase(tx, {
    person,
    episode: saved,
    openedOn: today,
    fractureOn: episode.dates.latest,
    urgency: urgency(episode, today, sure(urgencyRulesOn(knowledge, today))).score,
    dueOn,
  });
  return { id, person, report, episode: saved, findings };
}

/** A report in which nothing was found, or none that was read. */
export async function unflaggedReport(tx: SiteTransaction, text: string): Promise<number> {
  const { person } = await foundCase(tx);
  const { id } = await addNamedReport(tx, person, text, today);
  await markScanned(tx, id, {
    triage: finder.read(text, { language: 'nl' }).triage,
    limitations: [],
    language: 'nl',
    knowledgeVersion,
    at: new Date(),
  });
  return id;
}

function addNamedReport(
  tx: SiteTransaction,
  person: number,
  body: string,
  reportedOn: CalendarDate,
): Promise<{ readonly id: number }> {
  names += 1;
  return addReport(tx, {
    person,
    sourceSystem: 'test',
    sourceId: `report ${names}`,
    inboxMessage: null,
    kind: 'ct',
    title: null,
    reportedOn,
    language: 'nl',
    body,
    status: 'final',
  });
}

export async function newUser(tx: SiteTransaction, login: string, displayName: string): Promise<number> {
  const row = await tx.db
    .insertInto('app_user')
    .values({ site_id: tx.site, login, display_name: displayName, role: 'nurse' })
    .returning('app_user_id')
    .executeTakeFirstOrThrow();
  return row.app_user_id;
}

function sure<T>(found: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!found.ok) throw new Error('The knowledge has no value for this day');
  return found.value;
}
