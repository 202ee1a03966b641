// The check as data against the rules: whatever is answered, the card is the one the alarm rules of intervene give.

import { type AlarmAnswers, alarmLevel, alarmRulesOn } from '@breekpunt/intervene';
import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingRecorded, someInput, today } from '../../test/guide-input.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { type AlarmCheck, alarmCheck } from './alarm-check.ts';
import { type AlarmReply, alarmOutcome } from './alarm-outcome.ts';

const knowledge = loadKnowledge();
const rules = alarmRulesOn(knowledge, today, new Set());
if (!rules.ok) throw new Error('no alarm rules');
const inForce = rules.value;

function checkOf(changes: Partial<GuideInput> = {}): AlarmCheck {
  const made = alarmCheck({ ...someInput, ...changes }, knowledge, guideContent);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const vertebral: Partial<GuideInput> = {
  diagnosis: { kind: 'vertebral-fracture', levels: ['T8'], cause: 'fragility' },
  treatment: { kind: 'conservative' },
};
const allNo = (check: AlarmCheck): Record<string, AlarmReply> =>
  Object.fromEntries(check.questions.map(({ id }) => [id, 'no' as const]));

/** What the rules say to the same answers; what is not asked is known to be absent. */
function byRules(
  check: AlarmCheck,
  replies: Readonly<Record<string, AlarmReply>>,
  input: Partial<AlarmAnswers>,
): string {
  const state = { yes: 'yes', no: 'no', unknown: 'not-recorded' } as const;
  const all = guideContent.alarmGroups.flatMap(({ signs }) => signs);
  const signs = Object.fromEntries([...all, 'pain-down-both-legs'].map((sign) => [sign, 'no' as const]));
  const answered = check.questions.flatMap(({ id, signs: asked }) => {
    const [first] = asked;
    return first === undefined ? [] : [[first, state[replies[id] ?? 'unknown']] as const];
  });
  const found = alarmLevel(
    {
      signs: { ...signs, ...Object.fromEntries(answered) },
      fractureOfChestSpine: 'yes',
      onAntiInflammatoryOrAnticoagulant: 'yes',
      onOpioid: 'yes',
      onBoneDrug: 'yes',
      lastInjection: today,
      pain: 0,
      weeksSinceFracture: 0,
      ...input,
    },
    today,
    inForce,
  );
  return found.mayBe ?? found.outcome;
}

test('whatever is answered, yes, no or not known, the card is that of the rules', () => {
  const check = checkOf({
    ...nothingRecorded,
    ...vertebral,
    medication: 'not-recorded',
    treatment: 'not-recorded',
  });
  const replies = fc.array(fc.constantFrom<AlarmReply>('yes', 'no', 'no', 'no', 'unknown'), {
    minLength: check.questions.length,
    maxLength: check.questions.length,
  });
  expect(check.questions).toHaveLength(guideContent.alarmGroups.length);
  fc.assert(
    fc.property(replies, (given) => {
      const by = Object.fromEntries(check.questions.map(({ id }, place) => [id, given[place] ?? 'unknown']));
      expect(alarmOutcome(check, by).level).toBe(byRules(check, by, {}));
    }),
    { numRuns: 300, seed: 20261122 },
  );
});

describe('one answer', () => {
  test('every red question answered with yes gives a red card, whatever the others say', () => {
    const check = checkOf(vertebral);
    const red = check.questions.filter(({ again }) => again !== null);
    expect(red.length).toBeGreaterThan(5);
    for (const { id, level } of red)
      expect(alarmOutcome(check, { ...allNo(check), [id]: 'yes' })).toMatchObject({
        level,
        inDoubt: false,
        because: [id],
      });
  });

  test('a red question that nobody can answer is asked again, and keeps its level in doubt', () => {
    const check = checkOf(vertebral);
    const outcome = alarmOutcome(check, { ...allNo(check), nerves: 'unknown', wound: 'yes' });
    expect(outcome).toEqual({ level: 'emergency-now', inDoubt: true, because: [], askAgain: ['nerves'] });
  });

  test('with no answer at all the card says to call 112 when in doubt', () => {
    const check = checkOf();
    expect(alarmOutcome(check, {})).toMatchObject({ level: 'ambulance-now', inDoubt: true });
    expect(check.cards['ambulance-now'].titleInDoubt).toBe('Bel bij twijfel 112');
  });

  test('only when every question was answered with no is it care at home', () => {
    const check = checkOf();
    expect(alarmOutcome(check, allNo(check)).level).toBe('at-home');
    for (const { id } of check.questions) {
      const { [id]: _, ...rest } = allNo(check);
      expect(alarmOutcome(check, rest).level).not.toBe('at-home');
    }
  });
});

describe('who is called', () => {
  test('a hospital without numbers still gives 112 on red and says what to do on the others', () => {
    const check = checkOf({ ...vertebral, hospital: { name: 'not-recorded', services: [] }, country: 'NL' });
    expect(check.cards['emergency-now'].actions[0]).toMatchObject({ phone: '112', role: 'ambulance' });
    const [byDay, outOfHours] = check.cards['call-today'].actions;
    expect(byDay).toMatchObject({ phone: null, text: expect.stringContaining('Bel overdag uw huisarts') });
    expect(outOfHours).toMatchObject({ phone: null, text: expect.stringContaining('Spoed? Bel 112') });
  });

  test('in Belgium the doctor on duty is 1733 unless the hospital gave another number', () => {
    const ours = {
      role: 'out-of-hours',
      name: 'not-recorded',
      phone: '09 000 00 09',
      hours: 'not-recorded',
      place: 'not-recorded',
    } as const;
    expect(checkOf().cards['call-today'].actions[1]?.phone).toBe('1733');
    const hospital = { ...someInput.hospital, services: [ours] };
    expect(checkOf({ hospital }).cards['call-today'].actions[1]?.phone).toBe('09 000 00 09');
  });

  test('a broken vertebra gives the words to say at the emergency department', () => {
    expect(checkOf(vertebral).cards['emergency-now'].actions[0]?.say).toContain('cauda equina');
  });
});

describe('who is asked what', () => {
  const asks = (changes: Partial<GuideInput>): readonly string[] =>
    checkOf(changes).questions.map(({ id }) => id);

  test('black stools are asked of somebody on a blood thinner, and when the list of medicines is not known', () => {
    const thinner = {
      kind: 'anticoagulant',
      name: 'not-recorded',
      dose: 'not-recorded',
      times: [],
      stopOn: 'not-recorded',
      nextOn: 'not-recorded',
    } as const;
    expect(asks({ medication: [] })).not.toContain('stools');
    expect(asks({ medication: [thinner] })).toContain('stools');
    expect(asks({ medication: 'not-recorded' })).toContain('stools');
  });

  test('unsteady walking is asked with a fracture of the chest spine, or when the level is not known', () => {
    expect(
      asks({ diagnosis: { kind: 'vertebral-fracture', levels: ['L3'], cause: 'fragility' } }),
    ).not.toContain('unsteady');
    expect(
      asks({ diagnosis: { kind: 'vertebral-fracture', levels: 'not-recorded', cause: 'fragility' } }),
    ).toContain('unsteady');
  });
});
