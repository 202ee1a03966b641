import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { indexCodes } from '../codes/code-index.ts';
import { findingsFromCodes } from '../codes/findings-from-codes.ts';
import type { Finding } from '../finding.ts';
import { evidenceFromCodes, evidenceFromReport, sourceKey } from './fracture-evidence.ts';

const collapse: Finding = {
  start: 8,
  end: 20,
  kind: 'vertebral-deformity',
  text: 'inzakking L1',
  site: 'vertebra.lumbar',
  side: null,
  levels: ['L1'],
  presence: 'present',
  absentScope: null,
  experiencer: 'patient',
  time: 'subacute',
  flags: ['osteoporotic'],
  genant: 2,
  heightLossPercent: 30,
  displaced: 'not-recorded',
  section: 'conclusion',
  year: null,
  mentions: [],
  conflict: true,
  evidence: [],
};
const report = { id: 'r1', date: knownDate('2026-11-02'), kind: 'ct' };

test('a text finding keeps what it says clinically, and its place becomes its source', () => {
  const [evidence] = evidenceFromReport(report, [collapse]);
  expect(evidence).toMatchObject({
    source: { kind: 'report', report: 'r1', finding: 0 },
    date: '2026-11-02',
    reportKind: 'ct',
    fracture: {
      site: 'vertebra.lumbar',
      levels: ['L1'],
      genant: 2,
      heightLossPercent: 30,
      conflict: true,
      progressive: false,
    },
  });
  expect(evidence?.fracture).not.toHaveProperty('start');
});

test('a cue of progression makes it a further collapse', () => {
  const cue = { start: 0, end: 10, rule: 'nl/cue/toegenomen', role: 'progressive' };
  expect(evidenceFromReport(report, [{ ...collapse, evidence: [cue] }])[0]?.fracture.progressive).toBe(true);
});

test('codes and reports have names that do not meet, one per statement', () => {
  const index = indexCodes(Object.values(loadKnowledge().codes));
  const day = knownDate('2026-11-02');
  const codes = [{ code: 'S72.0' }, { code: 'S72.0', date: day }, { code: 'S72.0', date: day, id: '7' }];
  const { findings } = findingsFromCodes(
    codes.map((each) => ({ system: 'icd-10', ...each })),
    index,
  );
  const keys = [...evidenceFromCodes(findings), ...evidenceFromReport(report, [collapse, collapse])].map(
    ({ source }) => sourceKey(source),
  );
  expect(keys).toEqual([
    'code:icd-10:S72.0@undated',
    'code:icd-10:S72.0@2026-11-02',
    'code:icd-10:S72.0@2026-11-02#7',
    'report:r1#0',
    'report:r1#1',
  ]);
});
