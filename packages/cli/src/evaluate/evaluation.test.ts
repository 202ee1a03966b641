import type { Finding, ReportResult } from '@breekpunt/identify';
import { describe, expect, test } from 'vitest';
import { compareEvaluations } from './compare.ts';
import { evaluate } from './evaluation.ts';
import { comparisonInText, errorsInText, evaluationInText } from './evaluation-in-text.ts';
import { type GoldFracture, type GoldReport, parseGoldLine } from './gold.ts';
import { matchMentions } from './match-mentions.ts';
import { savedEvaluationFrom } from './saved-evaluation.ts';

const text = 'Recente polsfractuur links. Oude inzakking D12. Geen heupfractuur.';

function entry(evidence: string, over: Partial<GoldFracture> = {}): GoldFracture {
  return {
    evidence,
    site: 'wrist.distal-radius',
    side: null,
    levels: [],
    presence: 'present',
    experiencer: 'patient',
    time: 'undetermined',
    flags: [],
    ...over,
  };
}

function finding(words: string, over: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  return {
    kind: 'fracture',
    start,
    end: start + words.length,
    text: words,
    site: 'wrist.distal-radius',
    side: null,
    levels: [],
    presence: 'present',
    absentScope: null,
    experiencer: 'patient',
    time: 'undetermined',
    flags: [],
    genant: null,
    heightLossPercent: null,
    displaced: 'not-recorded',
    section: 'none',
    year: null,
    mentions: [],
    conflict: false,
    evidence: [],
    ...over,
  };
}

const wrist = entry('polsfractuur links', { side: 'left', time: 'acute' });
const spine = entry('inzakking D12', { site: 'vertebra.thoracic', levels: ['T12'], time: 'old' });
const hip = entry('heupfractuur', { site: 'hip.unspecified', presence: 'absent' });

function gold(over: Partial<GoldReport> = {}): GoldReport {
  return {
    id: 'a',
    lang: 'nl',
    kind: 'xray',
    date: null,
    text,
    triage: 'fracture',
    fractures: [wrist, spine, hip],
    ...over,
  };
}

function result(over: Partial<ReportResult> = {}): ReportResult {
  return { language: 'nl', findings: [], triage: 'none', limitations: [], ...over };
}

const perfect = result({
  triage: 'fracture',
  findings: [
    finding('polsfractuur', { side: 'left', time: 'subacute' }),
    finding('inzakking D12', { site: 'vertebra.thoracic', levels: ['T12'], time: 'old' }),
    finding('heupfractuur', { site: 'hip.unspecified', presence: 'absent' }),
  ],
});

describe('a gold line', () => {
  test('with a site nobody knows is refused by the name of the field, not its content', () => {
    const line = JSON.stringify({
      ...gold(),
      fractures: [{ ...wrist, site: 'Mrs Janssens' }],
    });
    expect(parseGoldLine(line)).toEqual({
      ok: false,
      error: { kind: 'unexpected-value', field: 'fractures[0].site' },
    });
  });

  test('whose evidence does not stand in the text is refused', () => {
    const line = JSON.stringify({ ...gold(), fractures: [{ ...wrist, evidence: 'enkelfractuur' }] });
    expect(parseGoldLine(line)).toMatchObject({ ok: false, error: { kind: 'evidence-not-in-text' } });
  });

  test('that is complete gives the report back', () => {
    expect(parseGoldLine(JSON.stringify(gold()))).toEqual({ ok: true, value: gold() });
  });
});

describe('matching findings with the annotator', () => {
  test('a finding elsewhere in the text does not answer an entry', () => {
    const matching = matchMentions(text, [wrist], [finding('heupfractuur')]);
    expect(matching.matched).toEqual([]);
    expect(matching.missed).toEqual([wrist]);
    expect(matching.extra).toHaveLength(1);
  });

  test('a second mention of the same fracture answers for it', () => {
    const elsewhere = finding('heupfractuur', { mentions: [{ start: 8, end: 20 }] });
    expect(matchMentions(text, [wrist], [elsewhere]).matched).toHaveLength(1);
  });

  test('two entries with the same words each get the finding of their own site', () => {
    const thoracic = entry('inzakking D12', { site: 'vertebra.thoracic', levels: ['T12'] });
    const lumbar = entry('inzakking D12', { site: 'vertebra.lumbar', levels: ['L1'] });
    const found = [
      finding('inzakking D12', { site: 'vertebra.lumbar', levels: ['L1'] }),
      finding('inzakking D12', { site: 'vertebra.thoracic', levels: ['T12'] }),
    ];
    const { matched } = matchMentions(text, [thoracic, lumbar], found);
    expect(matched.map(({ gold: each, finding: own }) => [each.site, own.site])).toEqual([
      ['vertebra.thoracic', 'vertebra.thoracic'],
      ['vertebra.lumbar', 'vertebra.lumbar'],
    ]);
  });

  test('an entry gives way when its finding is the only one another entry can have', () => {
    const both = entry('polsfractuur links. Oude inzakking D12', { site: 'vertebra.thoracic' });
    const found = [
      finding('inzakking D12', { site: 'vertebra.thoracic' }),
      finding('polsfractuur', { site: 'wrist.other' }),
    ];
    expect(matchMentions(text, [both, spine], found).missed).toEqual([]);
  });

  test('one finding never answers two entries', () => {
    const { matched, missed } = matchMentions(text, [spine, { ...spine }], [finding('inzakking D12')]);
    expect(matched).toHaveLength(1);
    expect(missed).toHaveLength(1);
  });
});

describe('an evaluation', () => {
  test('of a finder that is right everywhere has every figure at 100 % but the finer time', () => {
    const { overall, errors } = evaluate([{ gold: gold(), result: perfect }]);
    expect(overall.detection.f1.value).toBe(1);
    expect(overall.mentions.f1.value).toBe(1);
    expect(overall.attributes.timeGroup.value).toBe(1);
    expect(overall.attributes.time).toMatchObject({ hits: 2, of: 3 });
    expect(errors.map(({ what, attribute }) => [what, attribute])).toEqual([['attribute', 'time']]);
  });

  test('counts a missed report, a false alarm and a wrong triage each as what they are', () => {
    const quiet = gold({ id: 'b', triage: 'none', fractures: [] });
    const { overall, errors } = evaluate([
      { gold: gold(), result: result() },
      { gold: quiet, result: result({ triage: 'possible' }) },
      { gold: gold({ id: 'c' }), result: { ...perfect, triage: 'possible' } },
    ]);
    expect(overall.detection).toMatchObject({ tp: 1, fp: 1, fn: 1, tn: 0 });
    expect(overall.exactTriage).toMatchObject({ hits: 0, of: 3 });
    const kinds = errors.map(({ report, what }) => `${report} ${what}`);
    expect(kinds).toContain('a report-missed');
    expect(kinds).toContain('b report-false-alarm');
    expect(kinds).toContain('c triage');
  });

  test('keeps languages and kinds of report apart', () => {
    const french = gold({ id: 'f', lang: 'fr', kind: 'ct' });
    const { byLanguage, byKind } = evaluate([
      { gold: gold(), result: perfect },
      { gold: french, result: result({ language: 'fr' }) },
    ]);
    expect(Object.keys(byLanguage)).toEqual(['fr', 'nl']);
    expect(byLanguage['fr']?.detection.sensitivity.value).toBe(0);
    expect(byKind['xray']?.detection.sensitivity.value).toBe(1);
  });

  test('a wrong negation is a wrong presence on a matched mention, not a missed fracture', () => {
    const denied = { ...perfect, findings: [finding('polsfractuur', { side: 'left', presence: 'absent' })] };
    const { overall } = evaluate([{ gold: gold({ fractures: [wrist] }), result: denied }]);
    expect(overall.mentions).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(overall.attributes.presence.value).toBe(0);
  });

  test('a broken screw is not held against the finder as an invented fracture', () => {
    const screw = result({ findings: [finding('heupfractuur', { kind: 'device-failure' })] });
    const { overall } = evaluate([{ gold: gold({ fractures: [], triage: 'none' }), result: screw }]);
    expect(overall.mentions.fp).toBe(0);
  });

  test('flags are counted one by one', () => {
    const flagged = gold({ fractures: [{ ...wrist, flags: ['low-energy', 'osteoporotic'] }] });
    const found = result({ findings: [finding('polsfractuur', { flags: ['low-energy', 'stress'] })] });
    expect(evaluate([{ gold: flagged, result: found }]).overall.attributes.flagsF1).toMatchObject({
      hits: 2,
      of: 4,
      value: 0.5,
    });
  });
});

describe('two evaluations compared', () => {
  const about = { date: '2026-11-21', name: 'open.jsonl', sha256: 'x' };
  const good = savedEvaluationFrom(evaluate([{ gold: gold(), result: perfect }]), about);
  const bad = savedEvaluationFrom(evaluate([{ gold: gold(), result: result() }]), {
    ...about,
    date: '2026-12-01',
  });

  test('name the report that became wrong and the figure that fell', () => {
    const comparison = compareEvaluations(good, bad);
    expect(comparison.sameGold).toBe(true);
    expect(comparison.newlyWrong.triage).toEqual(['a']);
    expect(comparison.newlyRight.triage).toEqual([]);
    expect(comparison.changes).toContainEqual({
      name: 'overall.detection.sensitivity',
      before: 1,
      after: 0,
    });
    expect(comparisonInText(comparison)).toContain('(−100.0)');
  });

  test('say so when they were measured on different files', () => {
    const other = { ...bad, gold: { ...bad.gold, sha256: 'y' } };
    expect(comparisonInText(compareEvaluations(good, other))).toContain('gold files differ');
  });

  test('hold no text of a report when saved', () => {
    expect(JSON.stringify(bad)).not.toContain('polsfractuur');
  });
});

describe('an evaluation in text', () => {
  const evaluation = evaluate([
    {
      gold: gold(),
      result: {
        ...perfect,
        findings: [
          finding('polsfractuur', { evidence: [{ start: 0, end: 7, rule: 'nl.recent', role: 'acute' }] }),
        ],
      },
    },
  ]);

  test('shows the interval and the counts behind each percentage', () => {
    expect(evaluationInText(evaluation)).toMatch(/detection sensitivity\s+100\.0 %\s+20\.7–100\.0 %\s+1\/1/u);
  });

  test('explains an error with the cues that decided', () => {
    expect(errorsInText(evaluation.errors)).toContain('acute: “Recente” (nl.recent)');
  });
});
