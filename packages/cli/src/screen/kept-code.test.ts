import type { Finding } from '@breekpunt/identify';
import { expect, test } from 'vitest';
import { packKept, unpackKept } from './kept-code.ts';
import type { KeptReport } from './kept-report.ts';

const text = 'Recente inzakking D12 (30 %), geen luxatie.';

const finding: Finding = {
  kind: 'vertebral-deformity',
  start: 8,
  end: 21,
  text: 'inzakking D12',
  site: 'vertebra.thoracic',
  side: null,
  levels: ['T12'],
  presence: 'present',
  absentScope: null,
  experiencer: 'patient',
  time: 'acute',
  flags: ['osteoporotic'],
  genant: 2,
  heightLossPercent: 30,
  displaced: 'not-recorded',
  section: 'conclusion',
  year: 2026,
  mentions: [{ start: 30, end: 34 }],
  conflict: true,
  evidence: [{ rule: 'nl/cue/acute/recente', role: 'acute', start: 0, end: 7 }],
};

test('a kept report comes out of memory as it went in', () => {
  const report: KeptReport = {
    id: 'r1',
    patient: 'P1',
    birthDate: '1948-03-12',
    birthYear: null,
    sex: 'female',
    date: '2026-10-01',
    kind: 'ct',
    lang: 'nl',
    triage: 'fracture',
    limitations: ['template-caveat'],
    text,
    complete: true,
    findings: [finding],
    codes: [],
  };
  expect(unpackKept(packKept(report))).toEqual(report);
  const unknown = {
    ...report,
    patient: null,
    birthDate: null,
    sex: null,
    date: null,
    kind: null,
    complete: false,
  };
  expect(unpackKept(packKept(unknown))).toEqual(unknown);
});
