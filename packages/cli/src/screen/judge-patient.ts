// From the kept reports of one patient to what the list shows: statements merged into episodes, each judged
// by the country's rules, the patient by her best episode, and the sentence that proves it chosen. All
// clinical decisions are those of `identify`; this module asks the questions and picks what to show.

import { ageInYears, type CalendarDate, parseCalendarDate, type Result, type Sex } from '@breekpunt/core';
import {
  compareUrgency,
  type Eligibility,
  type EligibilityPatient,
  type EligibilityRules,
  type EpisodeRules,
  eligibility,
  eligibilityRulesOn,
  episodeRulesOn,
  evidenceFromCodes,
  evidenceFromReport,
  type Finding,
  type FractureEpisode,
  type FractureTime,
  mergeEpisodes,
  type Urgency,
  type UrgencyRules,
  urgency,
  urgencyRulesOn,
} from '@breekpunt/identify';
import { type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import type { FoundEpisode, FoundPatient, FoundReport } from './found-patient.ts';
import { type KeptReport, statesSomething } from './kept-report.ts';
import { patientTriage } from './patient-triage.ts';

export interface JudgeOptions {
  readonly country: 'nl' | 'be';
  readonly today: CalendarDate;
}

export type Judge = (reports: readonly KeptReport[]) => FoundPatient | null;

interface Rules {
  readonly episodes: EpisodeRules;
  readonly eligibility: EligibilityRules;
  readonly urgency: UrgencyRules;
}

interface JudgedEpisode {
  readonly episode: FractureEpisode;
  readonly eligibility: Eligibility;
  readonly urgency: Urgency;
}

export function createJudge({ country, today }: JudgeOptions, knowledge: Knowledge = loadKnowledge()): Judge {
  const rules: Rules = {
    episodes: inForce(episodeRulesOn(knowledge, today)),
    eligibility: inForce(eligibilityRulesOn(knowledge, country === 'be' ? 'BE' : 'NL', today)),
    urgency: inForce(urgencyRulesOn(knowledge, today)),
  };
  return (reports) => judged(reports, rules, today);
}

/** Knowledge without the numbers for this day cannot judge anyone; that is said, not worked around. */
function inForce<T>(found: Result<T, { readonly kind: string }>): T {
  if (found.ok) return found.value;
  throw new Error(`The knowledge has no value for this day: ${JSON.stringify(found.error)}`);
}

function judged(reports: readonly KeptReport[], rules: Rules, today: CalendarDate): FoundPatient | null {
  const named = reports.map((report, index) => ({ report, name: `${index}` }));
  const evidence = named.flatMap(({ report, name }) => [
    ...evidenceFromReport({ id: name, date: dayOf(report.date), kind: report.kind }, report.findings),
    ...evidenceFromCodes(report.codes),
  ]);
  const person = personFrom(reports);
  const episodes = mergeEpisodes(evidence, rules.episodes)
    .episodes.map((episode) => ({
      episode,
      eligibility: eligibility(episode, person.known, today, rules.eligibility),
      urgency: urgency(episode, today, rules.urgency),
    }))
    .sort(byInterest);
  const [best] = episodes;
  if (best === undefined) return null;
  const { shown, proof } = proofFor(best, reports);
  const first = foundReportFrom(shown);
  const others = reports
    .filter((report) => report !== shown && statesSomething(report, report.codes))
    .map(foundReportFrom);
  return {
    number: shown.patient,
    birthDate: person.known.birthDate ?? null,
    age: person.known.birthDate === undefined ? null : ageInYears(person.known.birthDate, today),
    sex: person.sex,
    triage: patientTriage(episodes.map(({ episode }) => episode)),
    urgency: best.urgency.score,
    daysSince: best.urgency.daysSince,
    episodes: episodes.map(({ episode }) => foundEpisodeFrom(episode, reports)),
    eligibility: best.eligibility,
    reports: [first, ...others],
    proof,
  };
}

const outcomeRank = { eligible: 0, 'cannot-tell': 1, 'not-eligible': 2 } as const;

/** The episode the patient is on the list for comes first. */
function byInterest(a: JudgedEpisode, b: JudgedEpisode): number {
  return (
    outcomeRank[a.eligibility.outcome] - outcomeRank[b.eligibility.outcome] ||
    compareUrgency(a.urgency, b.urgency)
  );
}

function personFrom(reports: readonly KeptReport[]): { known: EligibilityPatient; sex: Sex } {
  const birth = reports.map(({ birthDate }) => dayOf(birthDate)).find((date) => date !== null);
  const sex = reports
    .map((report) => (report.sex === 'unknown' ? null : report.sex))
    .find((each) => each !== null);
  return {
    known: birth === undefined || birth === null ? {} : { birthDate: birth },
    sex: sex ?? 'not-recorded',
  };
}

/** The report and the finding that prove the episode: a statement rather than a suspicion, the latest. */
function proofFor(
  { episode }: JudgedEpisode,
  reports: readonly KeptReport[],
): { shown: KeptReport; proof: Finding | null } {
  let best: { shown: KeptReport; proof: Finding } | null = null;
  for (const { source } of episode.evidence) {
    if (source.kind !== 'report') continue;
    const shown = reports[Number(source.report)];
    const proof = shown?.findings[source.finding];
    if (shown === undefined || proof === undefined || proof.presence === 'absent') continue;
    if (best === null || isBetter({ shown, proof }, best)) best = { shown, proof };
  }
  const coded = reports.find((report) => report.codes.length > 0);
  return best ?? { shown: coded ?? (reports[0] as KeptReport), proof: null };
}

/** Plain words before a treatment, a statement before a suspicion, the fresh before the recalled, the latest. */
function isBetter(
  a: { shown: KeptReport; proof: Finding },
  b: { shown: KeptReport; proof: Finding },
): boolean {
  const weight = ({ proof }: { proof: Finding }): number =>
    (proof.presence === 'present' ? 4 : 0) +
    (proof.kind === 'fracture' || proof.kind === 'vertebral-deformity' ? 2 : 0) +
    (proof.time === 'acute' ? 1 : 0);
  const difference = weight(a) - weight(b);
  return difference === 0 ? (a.shown.date ?? '') > (b.shown.date ?? '') : difference > 0;
}

function foundReportFrom(report: KeptReport): FoundReport {
  return {
    ...report,
    codes: report.codes.map(({ system, code, display }) => `${system} ${code}: ${display}`),
  };
}

function foundEpisodeFrom(episode: FractureEpisode, reports: readonly KeptReport[]): FoundEpisode {
  return {
    site: episode.site,
    side: episode.side,
    levels: episode.levels,
    status: episode.status,
    time: timeOf(episode, reports),
    flags: episode.flags,
    date: episode.firstSeen,
    notes: [...new Set(episode.notes.map(({ kind }) => kind))],
  };
}

function timeOf(episode: FractureEpisode, reports: readonly KeptReport[]): FractureTime {
  switch (episode.onset) {
    case 'prevalent':
      return 'old';
    case 'undetermined':
      return 'undetermined';
    case 'incident': {
      const saysAcute = episode.evidence.some(
        ({ source }) =>
          source.kind === 'report' &&
          reports[Number(source.report)]?.findings[source.finding]?.time === 'acute',
      );
      return saysAcute || episode.dates.basis !== 'called-subacute' ? 'acute' : 'subacute';
    }
  }
}

function dayOf(date: string | null): CalendarDate | null {
  if (date === null) return null;
  const read = parseCalendarDate(date);
  return read.ok ? read.value : null;
}
