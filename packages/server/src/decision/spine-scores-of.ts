// What the record answers, as the three scores of a broken vertebra ask it. Decision: a score is asked for only when somebody
// began to answer what it alone needs, so that a service that uses one score is not asked for three.

import type {
  AoSpineMorphology,
  AoSpineNeurology,
  OfClass,
  OfScoreInput,
  Recorded,
  TlAosisInput,
  TlicsInput,
} from '@breekpunt/investigate';
import type { CaseRecord } from '../assessment/case-record.ts';
import { newestTScores } from '../assessment/scan-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { valueOr, yesNo } from './bone-patient-of.ts';

export function tlicsInputOf(answers: Answers): TlicsInput | null {
  if (!begun(answers, ['tlics-morphology', 'tlics-ligaments', 'tlics-neurology'])) return null;
  return {
    morphology: valueOr<Exclude<TlicsInput['morphology'], 'not-recorded'>>(answers, 'tlics-morphology'),
    ligaments: valueOr<Exclude<TlicsInput['ligaments'], 'not-recorded'>>(answers, 'tlics-ligaments'),
    neurology: valueOr<Exclude<TlicsInput['neurology'], 'not-recorded'>>(answers, 'tlics-neurology'),
  };
}

export function tlAosisInputOf(answers: Answers): TlAosisInput | null {
  if (!begun(answers, ['ao-spine-neurology', 'indeterminate-ligaments', 'spine-comorbidity'])) return null;
  return {
    morphology: valueOr<AoSpineMorphology>(answers, 'ao-spine-type'),
    neurology: valueOr<AoSpineNeurology>(answers, 'ao-spine-neurology'),
    indeterminateLigaments: yesNo(answers, 'indeterminate-ligaments'),
    relevantComorbidity: yesNo(answers, 'spine-comorbidity'),
  };
}

const onlyOfScore = ['deformity-progression', 'hounsfield', 'mobilisation', 'asa-above-3', 'frailty-index'];

export function ofScoreInputOf(record: CaseRecord, answers: Answers): OfScoreInput | null {
  if (!begun(answers, onlyOfScore)) return null;
  const neurology = valueOr<AoSpineNeurology>(answers, 'ao-spine-neurology');
  return {
    ofClass: valueOr<OfClass>(answers, 'of-class'),
    tScore: lowestTScore(record, answers),
    hounsfieldUnits: orUnknown(answers, 'hounsfield', valueOr<number>(answers, 'hounsfield')),
    deformityProgression: orUnknown(
      answers,
      'deformity-progression',
      yesNo(answers, 'deformity-progression'),
    ),
    painUnderAnalgesia: orUnknown(answers, 'spine-pain', valueOr<number>(answers, 'spine-pain')),
    neurology: neurology === 'NX' ? 'unknown' : orUnknown(answers, 'ao-spine-neurology', neurology),
    mobilisation: orUnknown(
      answers,
      'mobilisation',
      valueOr<'possible' | 'impossible'>(answers, 'mobilisation'),
    ),
    asaAbove3: orUnknown(answers, 'asa-above-3', yesNo(answers, 'asa-above-3')),
    frailtyIndexAbove2: orUnknown(answers, 'frailty-index', yesNo(answers, 'frailty-index')),
    anticoagulation: orUnknown(answers, 'anticoagulant', yesNo(answers, 'anticoagulant')),
  };
}

/** The card counts what was looked for and cannot be known; a blank stays a blank. */
function orUnknown<T>(answers: Answers, field: string, value: Recorded<T>): Recorded<T> | 'unknown' {
  const shown = answers.get(field);
  const saidUnknown = shown !== undefined && shown.answer === null && shown.version > 0;
  const saidNone = shown?.answer === 'no' && value === 'not-recorded';
  return value === 'not-recorded' && (saidUnknown || saidNone) ? 'unknown' : value;
}

function lowestTScore(record: CaseRecord, answers: Answers): OfScoreInput['tScore'] {
  const scores = newestTScores(record.scans);
  if (scores.length > 0) return Math.min(...scores);
  return answers.get('dxa')?.answer === 'no' ? 'unknown' : 'not-recorded';
}

function begun(answers: Answers, fields: readonly string[]): boolean {
  return fields.some((field) => {
    const shown = answers.get(field);
    return shown !== undefined && (shown.answer !== null || shown.version > 0);
  });
}
