import type { FractureSite } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import type { FractureEpisode } from './episode.ts';
import { rulesForTests, statement } from './evidence-fixture.ts';
import type { FractureEvidence } from './fracture-evidence.ts';
import { mergeEpisodes } from './merge-episodes.ts';

function merge(...evidence: readonly FractureEvidence[]) {
  return mergeEpisodes(evidence, rulesForTests);
}

function single(...evidence: readonly FractureEvidence[]): FractureEpisode {
  const { episodes, ignored } = merge(...evidence);
  expect(ignored).toEqual([]);
  expect(episodes).toHaveLength(1);
  return episodes[0] as FractureEpisode;
}

function notes(episode: FractureEpisode | undefined): readonly string[] {
  return episode?.notes.map(({ kind }) => kind) ?? [];
}

const wrist: FractureSite = 'wrist.distal-radius';

describe('one fracture', () => {
  test('a hip without part and side takes both from the later report', () => {
    const episode = single(
      statement('ed', '2026-05-02', 'hip.unspecified', { time: 'acute' }),
      statement('ct', '2026-05-03', 'hip.trochanteric', { side: 'right', time: 'acute' }),
    );
    expect(episode).toMatchObject({
      id: 'report:ed#0',
      site: 'hip.trochanteric',
      side: 'right',
      onset: 'incident',
    });
  });

  test('neck in one report and trochanter in the other is one hip fracture with a warning', () => {
    const episode = single(
      statement('a', '2026-05-02', 'hip.femoral-neck', { side: 'left', time: 'acute' }),
      statement('b', '2026-05-04', 'hip.trochanteric', { side: 'left', time: 'acute' }),
    );
    expect(episode.site).toBe('hip.femoral-neck');
    expect(notes(episode)).toEqual(['sites-differ']);
  });

  test('follow-up films keep belonging to it as long as they follow each other', () => {
    const films = ['2026-01-02', '2026-06-01', '2026-11-01'].map((day, i) =>
      statement(`film-${i}`, day, 'hip.trochanteric', {
        side: 'left',
        time: i === 0 ? 'acute' : 'undetermined',
      }),
    );
    expect(single(...films)).toMatchObject({ firstSeen: '2026-01-02', lastSeen: '2026-11-01' });
  });

  test('on the last day of the window a recent-sounding report is the same fracture with a warning, a day later a new one', () => {
    const first = statement('a', '2026-01-02', wrist, { side: 'left', time: 'acute' });
    const last = statement('b', '2026-07-04', wrist, { side: 'left', time: 'acute' });
    const after = statement('b', '2026-07-05', wrist, { side: 'left', time: 'acute' });
    expect(notes(single(first, last))).toEqual(['acute-again']);
    expect(merge(first, after).episodes.map(({ follows }) => follows)).toEqual([
      null,
      { episode: 'report:a#0', as: 'new-event' },
    ]);
  });

  test('"old" a year later is explained by the fracture of then and does not make it older', () => {
    const episode = single(
      statement('a', '2026-01-02', wrist, { side: 'left', time: 'acute' }),
      statement('b', '2027-02-01', wrist, { side: 'left', time: 'old' }),
    );
    expect(episode.onset).toBe('incident');
    expect(episode.dates).toEqual({ earliest: '2025-11-21', latest: '2026-01-02', basis: 'called-acute' });
  });

  test('"old" three days after "recent" is one fracture whose age is contradicted', () => {
    const episode = single(
      statement('a', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'acute' }),
      statement('b', '2026-01-05', 'vertebra.lumbar', { levels: ['L1'], time: 'old' }),
    );
    expect(notes(episode)).toEqual(['age-contradicted']);
  });

  test('a collapsed vertebra without an age on a scan years later is the known one', () => {
    expect(
      single(
        statement('a', '2023-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'acute' }),
        statement('b', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'] }),
      ).evidence,
    ).toHaveLength(2);
  });

  test('a code that names no bone joins the fracture of the same fortnight only', () => {
    const hip = statement('a', '2026-01-02', 'hip.femoral-neck', { side: 'left', time: 'acute' });
    expect(single(hip, statement('code', '2026-01-16', 'unspecified')).site).toBe('hip.femoral-neck');
    expect(merge(hip, statement('code', '2026-01-17', 'unspecified')).episodes).toHaveLength(2);
  });

  test('the greatest grade and height loss and every flag are kept', () => {
    const episode = single(
      statement('a', '2026-01-02', 'vertebra.lumbar', {
        levels: ['L1'],
        genant: 1,
        heightLossPercent: 22,
        flags: ['low-energy'],
      }),
      statement('b', '2026-01-09', 'vertebra.lumbar', { levels: ['L1'], genant: 2, flags: ['osteoporotic'] }),
    );
    expect(episode).toMatchObject({ genant: 2, heightLossPercent: 22, mechanism: 'low-energy' });
    expect(episode.flags).toEqual(['low-energy', 'osteoporotic']);
  });
});

describe('what the merged fracture says', () => {
  test('"old" within the course of a fracture without an age does not push it a year back', () => {
    const episode = single(
      statement('a', '2026-01-02', wrist, { side: 'left' }),
      statement('b', '2026-10-01', wrist, { side: 'left', time: 'old' }),
    );
    expect(episode.dates).toEqual({ earliest: null, latest: '2026-01-02', basis: 'first-seen' });
  });

  test('a vertebra named by its level has its region, two regions together have none', () => {
    const named = (levels: readonly ('T12' | 'L1')[]) =>
      single(statement('a', '2026-01-02', 'vertebra.unspecified', { levels })).site;
    expect(named(['L1'])).toBe('vertebra.lumbar');
    expect(named(['T12'])).toBe('vertebra.thoracic');
    expect(named(['T12', 'L1'])).toBe('vertebra.unspecified');
  });

  test('pathological and osteoporotic, or a road accident and a slip, are contradictions for a person', () => {
    const says = (flags: readonly ('pathological' | 'insufficiency' | 'low-energy' | 'high-energy')[]) =>
      single(statement('a', '2026-01-02', wrist, { flags }));
    expect(notes(says(['pathological', 'insufficiency']))).toEqual(['cause-contradicted']);
    expect(notes(says(['low-energy', 'high-energy']))).toEqual(['mechanism-contradicted']);
    expect(notes(says(['pathological', 'low-energy']))).toEqual([]);
  });

  test('a report that contradicts itself keeps its warning', () => {
    expect(notes(single(statement('a', '2026-01-02', wrist, { conflict: true })))).toEqual([
      'source-contradicts-itself',
    ]);
  });
});

describe('two fractures', () => {
  test('a wrist of last year known by its year, and a fresh one two months into this year', () => {
    const { episodes } = merge(
      statement('a', '2026-01-10', wrist, { side: 'left', time: 'old', year: 2025 }),
      statement('b', '2026-03-01', wrist, { side: 'left', time: 'acute' }),
    );
    expect(episodes[1]?.follows).toEqual({ episode: 'report:a#0', as: 'new-event' });
  });

  test('a fresh fracture of "a vertebra" does not name the old one at T8, one without an age does', () => {
    const old = statement('a', '2023-01-02', 'vertebra.thoracic', { levels: ['T8'], time: 'old' });
    const fresh = merge(old, statement('b', '2026-01-02', 'vertebra.unspecified', { time: 'acute' }));
    const ageless = merge(old, statement('b', '2026-01-02', 'vertebra.unspecified'));
    expect(fresh.episodes[1]?.follows).toBeNull();
    expect(ageless.episodes[1]?.follows).toEqual({ episode: 'report:a#0', as: 'new-event' });
  });

  test('left and right', () => {
    const sides = merge(
      statement('a', '2026-01-02', wrist, { side: 'left', time: 'acute' }),
      statement('a', '2026-01-02', wrist, { side: 'right', time: 'acute', finding: 1 }),
    );
    expect(sides.episodes).toHaveLength(2);
  });

  test('hip socket and ilium in one report; "pelvis" in the next report is the one of them seen with it', () => {
    const together = [
      statement('ct', '2026-01-02', 'pelvis.acetabulum', { side: 'right', time: 'acute' }),
      statement('ct', '2026-01-02', 'pelvis.other', { side: 'right', time: 'acute', finding: 1 }),
    ];
    expect(merge(...together).episodes).toHaveLength(2);
    expect(
      merge(...together, statement('film', '2026-02-02', 'pelvis.other', { side: 'right' })).episodes,
    ).toHaveLength(2);
    expect(
      merge(statement('film', '2026-01-01', 'pelvis.other', { time: 'acute' }), ...together.slice(0, 1))
        .episodes,
    ).toHaveLength(1);
  });

  test('an old vertebra and a recent one at another level', () => {
    const { episodes } = merge(
      statement('a', '2026-01-02', 'vertebra.thoracic', { levels: ['T8'], time: 'old' }),
      statement('a', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'acute', finding: 1 }),
    );
    expect(episodes.map(({ onset, follows }) => [onset, follows])).toEqual([
      ['prevalent', null],
      ['incident', null],
    ]);
  });

  test('a recent fracture at a vertebra known as old names the old one', () => {
    const { episodes } = merge(
      statement('a', '2025-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'old' }),
      statement('b', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'acute' }),
    );
    expect(episodes[1]?.follows).toEqual({ episode: 'report:a#0', as: 'new-event' });
  });

  test('further collapse within the same course is noted; of a settled fracture it is a new event', () => {
    const collapse = { levels: ['L1'], progressive: true } as const;
    const acute = statement('a', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'acute' });
    expect(notes(single(acute, statement('b', '2026-02-20', 'vertebra.lumbar', collapse)))).toEqual([
      'progressed',
    ]);
    const later = merge(acute, statement('b', '2026-12-20', 'vertebra.lumbar', collapse));
    expect(later.episodes[1]?.follows).toEqual({ episode: 'report:a#0', as: 'progression' });
  });

  test('years that exclude each other', () => {
    const { episodes } = merge(
      statement('a', '2026-01-02', wrist, { time: 'old', year: 2009 }),
      statement('b', '2026-02-02', wrist, { time: 'old', year: 2016 }),
    );
    expect(episodes.map(({ dates }) => dates.earliest)).toEqual(['2009-01-01', '2016-01-01']);
  });

  test('vertebrae never named before, in a list years later, are not lost in the known one', () => {
    const { episodes } = merge(
      statement('a', '2023-01-02', 'vertebra.thoracic', { levels: ['T12'], time: 'old' }),
      statement('b', '2026-01-02', 'vertebra.thoracic', { levels: ['T10', 'T12'] }),
    );
    expect(episodes[1]).toMatchObject({ levels: ['T10', 'T12'], follows: { episode: 'report:a#0' } });
    expect(notes(episodes[1])).toEqual(['may-be-known-fracture']);
  });
});

describe('suspicion and denial', () => {
  const suspicion = statement('film', '2026-01-02', 'hip.femoral-neck', {
    side: 'left',
    presence: 'possible',
    time: 'acute',
    reportKind: 'xray',
  });
  const denial = { presence: 'absent', absentScope: 'any', side: 'left' } as const;

  test('a CT of the same day excludes it and keeps the reason', () => {
    const episode = single(
      suspicion,
      statement('ct', '2026-01-02', 'hip.unspecified', { ...denial, reportKind: 'ct' }),
    );
    expect(episode).toMatchObject({ status: 'excluded', excludedBy: { report: 'ct' } });
    expect(episode.evidence.map(({ role }) => role)).toEqual(['suspects', 'excludes']);
  });

  test('a second film of the same day does not', () => {
    const { episodes, ignored } = merge(
      suspicion,
      statement('b', '2026-01-02', 'hip.unspecified', { ...denial, reportKind: 'xray' }),
    );
    expect(episodes[0]?.status).toBe('possible');
    expect(ignored).toMatchObject([{ reason: 'denial-does-not-settle' }]);
  });

  test('a denial before the suspicion does not exclude it', () => {
    const { episodes } = merge(
      suspicion,
      statement('b', '2026-01-01', 'hip.unspecified', { ...denial, reportKind: 'ct' }),
    );
    expect(episodes[0]?.status).toBe('possible');
  });

  test('"no displaced fracture" excludes nothing', () => {
    const { episodes, ignored } = merge(
      suspicion,
      statement('ct', '2026-01-03', 'hip.unspecified', {
        ...denial,
        absentScope: 'displaced',
        reportKind: 'ct',
      }),
    );
    expect(episodes[0]?.status).toBe('possible');
    expect(ignored).toMatchObject([{ reason: 'denies-displacement-only' }]);
  });

  test('"no recent fracture" leaves a suspected old vertebra alone', () => {
    const { episodes } = merge(
      statement('a', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], presence: 'possible', time: 'old' }),
      statement('b', '2026-01-05', 'vertebra.unspecified', {
        presence: 'absent',
        absentScope: 'acute',
        reportKind: 'mri',
      }),
    );
    expect(episodes[0]?.status).toBe('possible');
  });

  test('one CT of the spine settles two suspected vertebrae', () => {
    const suspect = (level: 'T8' | 'L1', site: FractureSite) =>
      statement(`film-${level}`, '2026-01-02', site, {
        levels: [level],
        presence: 'possible',
        time: 'acute',
      });
    const { episodes } = merge(
      suspect('T8', 'vertebra.thoracic'),
      suspect('L1', 'vertebra.lumbar'),
      statement('ct', '2026-01-04', 'vertebra.unspecified', {
        presence: 'absent',
        absentScope: 'any',
        reportKind: 'ct',
      }),
    );
    expect(episodes.map(({ status }) => status)).toEqual(['excluded', 'excluded']);
  });

  test('found after all, it is present again and says so', () => {
    const episode = single(
      suspicion,
      statement('ct', '2026-01-03', 'hip.unspecified', { ...denial, reportKind: 'ct' }),
      statement('mri', '2026-01-09', 'hip.femoral-neck', { side: 'left', time: 'acute', reportKind: 'mri' }),
    );
    expect(episode.status).toBe('present');
    expect(notes(episode)).toEqual(['found-after-exclusion']);
  });

  test('a stated fracture is never removed by a denial: it is flagged', () => {
    const episode = single(
      statement('a', '2026-01-02', wrist, { side: 'left', time: 'acute' }),
      statement('b', '2026-01-09', wrist, { ...denial, reportKind: 'xray' }),
    );
    expect(episode.status).toBe('present');
    expect(notes(episode)).toEqual(['denied']);
  });

  test('a film of the same day that misses what the CT shows contradicts nothing', () => {
    const { episodes } = merge(
      statement('ct', '2026-01-02', 'hip.femoral-neck', { side: 'left', time: 'acute', reportKind: 'ct' }),
      statement('film', '2026-01-02', 'hip.femoral-neck', { ...denial, reportKind: 'xray' }),
    );
    expect(notes(episodes[0])).toEqual([]);
  });

  test('"no recent fracture" beside a known old one contradicts nothing', () => {
    const { episodes } = merge(
      statement('a', '2026-01-02', 'vertebra.lumbar', { levels: ['L1'], time: 'old' }),
      statement('b', '2026-01-09', 'vertebra.unspecified', { presence: 'absent', absentScope: 'acute' }),
    );
    expect(notes(episodes[0])).toEqual([]);
  });

  test('"no wrist fracture" a year later contradicts nothing', () => {
    const { episodes, ignored } = merge(
      statement('a', '2025-01-02', wrist, { side: 'left', time: 'acute' }),
      statement('b', '2026-01-09', wrist, denial),
    );
    expect(notes(episodes[0])).toEqual([]);
    expect(ignored).toMatchObject([{ reason: 'denial-does-not-settle' }]);
  });
});

test('relatives, other people and broken screws are set aside with the reason', () => {
  const { episodes, ignored } = merge(
    statement('a', '2026-01-02', 'hip.unspecified', { experiencer: 'family' }),
    statement('b', '2026-01-02', 'hip.unspecified', { experiencer: 'other' }),
    statement('c', '2026-01-02', 'hip.unspecified', { kind: 'device-failure' }),
  );
  expect(episodes).toEqual([]);
  expect(ignored.map(({ reason }) => reason)).toEqual(['family-history', 'other-person', 'not-a-fracture']);
});

test('a report sent again with another content is set aside, not silently preferred', () => {
  const { ignored } = merge(
    statement('a', '2026-01-02', wrist, { side: 'left', time: 'acute' }),
    statement('a', '2026-01-02', wrist, { side: 'right', time: 'acute' }),
  );
  expect(ignored).toMatchObject([{ reason: 'same-source-says-otherwise' }]);
});
