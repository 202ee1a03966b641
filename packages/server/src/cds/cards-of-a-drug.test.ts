// What the cards say of a bone drug that is ordered for somebody whom it may harm.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundCase } from '../../test/found-case.ts';
import { base, bundle, type HookHospital, hookHospital, patient } from '../../test/hook-hospital.ts';
import { testKeys } from '../../test/test-database.ts';
import { addLabRows } from '../records/lab-result.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { dayAt } from '../start/day-at.ts';
import { anyCard } from './card-form-fixture.ts';

let hooks: HookHospital;
beforeAll(async () => {
  hooks = await hookHospital();
});
afterAll(() => hooks.close());

describe('a bone drug for somebody without a confirmed case', () => {
  const order = {
    resourceType: 'MedicationRequest',
    id: 'm7',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M05BA08' }] },
  };
  const measured = (code: string, value: number, unit: string, status = 'final') => ({
    resourceType: 'Observation',
    id: `o-${code}`,
    status,
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-11-01',
    valueQuantity: { value, unit },
  });
  const failing = [measured('2160-0', 260, 'umol/L'), measured('29463-7', 48, 'kg')];
  const ordered = async (number: string, ...results: object[]) => {
    const { body } = await hooks.ask('order-sign', {
      context: { draftOrders: bundle(order) },
      prefetch: { patient: patient(number), laboratory: bundle(...results) },
    });
    return body.cards ?? [];
  };

  test('who is nobody of this record, is forbidden by results that were sent along, with the fact and its rule', async () => {
    const [card, ...others] = await ordered('9999', ...failing);
    expect(others).toEqual([]);
    expect(card?.source.topic.code).toBe('drug-blocked');
    expect(card?.detail).toContain('creatinineklaring te laag');
    expect(card?.links[0]?.url).toBe(`${base}/worklist`);
    expect(anyCard.safeParse(card).error?.issues).toBeUndefined();
  });

  test('passes in silence where nothing is known, or the result was taken back: not knowing is no card for a stranger', async () => {
    expect(await ordered('9999')).toEqual([]);
    expect(
      await ordered('9999', measured('2160-0', 260, 'umol/L', 'entered-in-error'), failing[1] ?? {}),
    ).toEqual([]);
  });

  test('who has a case that nobody confirmed, is forbidden by what stands in this record', async () => {
    const waiting = await hooks.database.in('gent', async (tx) => {
      const other = await foundCase(tx, { text: 'Recente heupfractuur rechts na val.' });
      await addIdentifier(tx, testKeys, other.person, { system: 'local', assigner: 'ZIS', value: '4712' });
      return other;
    });
    expect(await ordered('4712')).toEqual([]);
    const low = { as: hooks.nurse, body: { onVersion: 0, answer: ['zoledronate'] } };
    const saved = await hooks.server.ask('PUT', `/api/cases/${waiting.id}/assessment/allergies`, low);
    expect([saved.statusCode, saved.statusCode === 200 ? '' : saved.body]).toEqual([200, '']);
    expect((await ordered('4712')).map(({ source }) => source.topic.code)).toEqual(['drug-blocked']);
  });
});

describe('a bone drug that a result forbids', () => {
  test('is told as soon as it is ordered, with the fact and its rule', async () => {
    const today = dayAt(hooks.server.context.now(), 'Europe/Brussels');
    await hooks.database.in('gent', (tx) =>
      addLabRows(tx, [
        {
          person: hooks.found.person,
          inboxMessage: null,
          sourceSystem: 'test',
          sourceId: null,
          loinc: '2160-0',
          localCode: null,
          name: 'creatinine',
          sampledOn: today,
          comparator: null,
          value: 260,
          valueText: null,
          unit: 'umol/L',
          referenceLow: null,
          referenceHigh: null,
          status: 'final',
          source: 'import',
          recordedBy: null,
          recordedAt: new Date(),
        },
      ]),
    );
    const weight = { as: hooks.nurse, body: { onVersion: 0, answer: 48 } };
    const saved = await hooks.server.ask('PUT', `/api/cases/${hooks.found.id}/assessment/weight`, weight);
    expect(saved.statusCode).toBe(200);
    const order = {
      resourceType: 'MedicationRequest',
      id: 'm9',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M05BA08' }] },
    };
    const { body } = await hooks.ask('order-sign', { context: { draftOrders: bundle(order) } });
    const card = body.cards?.find(({ source }) => source.topic.code === 'drug-blocked');
    expect(card?.summary).toBe('Zoledronaat: niet geven bij deze patiënt');
    expect(card?.detail).toContain('creatinineklaring te laag');
    expect(card?.detail).toContain('DS4');
  });
});
