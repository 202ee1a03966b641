import { knownDate } from '@breekpunt/core';
import { createCaseFinder } from '@breekpunt/identify';
import { describe, expect, test } from 'vitest';
import type { BatchRecord } from './batch.ts';
import { createCodeReader } from './code-reader.ts';
import { createJudge } from './judge-patient.ts';
import { type KeptReport, keptReportFrom } from './kept-report.ts';
import { reportTriage } from './patient-triage.ts';
import { proofSentence } from './proof-sentence.ts';

const finder = createCaseFinder();
const readCodes = createCodeReader();
const judge = createJudge({ country: 'nl', today: knownDate('2026-11-21') });

type Given = Partial<Pick<BatchRecord, 'id' | 'text' | 'codes'>> & { readonly date?: string };

function kept({ date, ...given }: Given, keep: 'whole-text' | 'sentences' = 'sentences'): KeptReport | null {
  const whole: BatchRecord = {
    id: 'r',
    patient: 'P1',
    birthDate: knownDate('1948-03-12'),
    text: '',
    ...given,
    ...(date === undefined ? {} : { date: knownDate(date) }),
  };
  const result = finder.read(whole.text, whole.date === undefined ? {} : { date: whole.date });
  const codes = readCodes(whole);
  return keptReportFrom(whole, result, codes, reportTriage(result, codes), { keep });
}

function keptOrFail(record: Given, keep: 'whole-text' | 'sentences' = 'sentences'): KeptReport {
  const report = kept(record, keep);
  if (report === null) throw new Error('The report was not kept');
  return report;
}

describe('what is kept of a report', () => {
  test('is nothing when it speaks of no fracture of the patient', () => {
    expect(kept({ text: 'Geen afwijkingen.' })).toBeNull();
  });

  test('is the sentence that proves it, with the finding in its place, when no page is asked for', () => {
    const report = keptOrFail({
      text: 'Matige artrose van de heup. Recente polsfractuur links. Verder rustig.',
    });
    expect(report.text).toBe('Recente polsfractuur links.\n');
    const [finding] = report.findings;
    expect(report.text.slice(finding?.start, finding?.end)).toBe(finding?.text);
    expect(finding?.text).toContain('polsfractuur');
  });

  test('is the whole report for the page', () => {
    const text = 'Matige artrose. Recente polsfractuur links.';
    expect(keptOrFail({ text }, 'whole-text')).toMatchObject({ text, complete: true });
  });

  test('holds no text when it only denies', () => {
    expect(keptOrFail({ text: 'Geen polsfractuur.' }).text).toBe('');
  });

  test('is nothing when it only denies and nobody knows about whom', () => {
    const text = 'Geen polsfractuur.';
    const record = { id: 'r', text };
    const result = finder.read(text);
    expect(keptReportFrom(record, result, [], 'none', { keep: 'sentences' })).toBeNull();
  });
});

describe('a patient', () => {
  test('of 78 with a recent hip fracture is eligible, with the rule that says so', () => {
    const patient = judge([
      keptOrFail({ text: 'Recente heupfractuur links na val uit stand.', date: '2026-10-01' }),
    ]);
    expect(patient).toMatchObject({ number: 'P1', age: 78, triage: 'fracture', sex: 'not-recorded' });
    expect(patient?.eligibility.outcome).toBe('eligible');
    expect(patient?.eligibility.reasons.map(({ rule }) => rule)).toContain('CF1');
    expect(patient === null ? '' : proofSentence(patient)).toBe(
      'Recente heupfractuur links na val uit stand.',
    );
  });

  test('without a birth date cannot be judged, and it says what is missing', () => {
    const { birthDate: _, ...rest } = {
      ...keptOrFail({ text: 'Recente heupfractuur links.', date: '2026-10-01' }),
    };
    const patient = judge([{ ...rest, birthDate: null }]);
    expect(patient?.age).toBeNull();
    expect(patient?.eligibility.outcome).toBe('cannot-tell');
    expect(patient?.eligibility.missing).toContain('birth-date');
  });

  test('whose hip is named in three reports has one fracture', () => {
    const reports = ['2026-10-01', '2026-10-02', '2026-10-09'].map((date) =>
      keptOrFail({ id: date, date, text: 'Recente heupfractuur links.' }),
    );
    const patient = judge(reports);
    expect(patient?.episodes).toHaveLength(1);
    expect(patient?.episodes[0]?.date).toBe('2026-10-01');
    expect(patient?.reports).toHaveLength(3);
  });

  test('who only has a code is on the list with the code as proof', () => {
    const codes = [{ system: 'icd-10', code: 'S72.0' }] as const;
    const patient = judge([keptOrFail({ text: '', date: '2026-10-01', codes })]);
    expect(patient?.triage).toBe('fracture');
    expect(patient?.proof).toBeNull();
    expect(patient === null ? '' : proofSentence(patient)).toContain('S72.0');
  });

  test('is found whatever the order of the reports', () => {
    const reports = [
      keptOrFail({ id: 'a', date: '2026-10-01', text: 'Recente heupfractuur links.' }),
      keptOrFail({ id: 'b', date: '2026-10-03', text: 'Gekende oude inzakking D12.' }),
      keptOrFail({ id: 'c', date: '2026-10-05', text: 'Polsfractuur rechts.' }),
    ];
    const one = judge(reports);
    const other = judge(reports.toReversed());
    expect(other?.episodes).toEqual(one?.episodes);
    expect(other?.eligibility).toEqual(one?.eligibility);
  });
});
