// What the cards say of a patient of this record, and of one who is nobody here.

import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base, bundle, type HookHospital, hookHospital, patient } from '../../test/hook-hospital.ts';
import { setOnPerson } from '../records/person.ts';
import { dayAt } from '../start/day-at.ts';
import { anyCard } from './card-form-fixture.ts';

let hooks: HookHospital;
beforeAll(async () => {
  hooks = await hookHospital();
});
afterAll(() => hooks.close());

describe('about a patient of this record', () => {
  test('a fracture that nobody confirmed is said to wait, and nothing is advised on it', async () => {
    const { body } = await hooks.ask('patient-view');
    expect(body.cards?.map(({ source }) => source.topic.code)).toEqual(['fracture-unconfirmed']);
    expect(body.cards?.[0]?.indicator).toBe('info');
  });

  test('a confirmed fracture without bone density gives a card with source, a draft order, reasons to set it aside and the case', async () => {
    const verdict = await hooks.server.ask('POST', `/api/cases/${hooks.found.id}/verdict`, {
      as: hooks.nurse,
      body: { onVersion: 1, verdict: 'confirmed' },
    });
    expect(verdict.statusCode).toBe(200);
    const { body } = await hooks.ask('encounter-discharge');
    const card = body.cards?.find(({ source }) => source.topic.code === 'density-missing');
    expect(card?.summary).toBe('Fragiliteitsfractuur (heup) zonder botdichtheidsmeting');
    expect(card?.source.label).not.toBe('');
    expect(card?.suggestions?.[0]?.actions[0]).toMatchObject({
      type: 'create',
      resource: { resourceType: 'ServiceRequest', status: 'draft', subject: { reference: 'Patient/p1' } },
    });
    expect(card?.overrideReasons.length).toBeGreaterThan(2);
    expect(card?.links).toEqual([
      {
        label: 'Open het dossier bij de fractuurdienst',
        type: 'absolute',
        url: `${base}/cases/${hooks.found.id}`,
      },
    ]);
    for (const each of body.cards ?? []) expect(anyCard.safeParse(each).error?.issues).toBeUndefined();
  });

  test('a bone density in the other record takes that card away', async () => {
    const density = {
      resourceType: 'Observation',
      id: 'o',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '38263-0' }] },
      subject: { reference: 'Patient/p1' },
      valueQuantity: { value: -2.7, unit: '1' },
    };
    const prefetch = { patient: patient('4711'), densities: bundle(density) };
    const { body } = await hooks.ask('patient-view', { prefetch });
    expect(body.cards?.map(({ source }) => source.topic.code)).not.toContain('density-missing');
  });

  test('a rule that nobody confirmed is information, and says that it is a draft', async () => {
    const { body } = await hooks.ask('patient-view');
    const drafts = (body.cards ?? []).filter(({ detail }) => detail.includes('Niet bevestigd'));
    expect(drafts.length).toBeGreaterThan(0);
    for (const { indicator } of drafts) expect(indicator).toBe('info');
  });

  test('denosumab is said to be due, and overdue after four weeks', async () => {
    const today = dayAt(hooks.server.context.now(), 'Europe/Brussels');
    const give = async (daysAgo: number): Promise<void> => {
      const given = await hooks.server.ask('POST', `/api/cases/${hooks.found.id}/doses`, {
        as: hooks.nurse,
        body: { drug: 'denosumab', givenOn: addDays(today, -daysAgo) },
      });
      expect(given.statusCode).toBe(201);
    };
    const about = async () =>
      (await hooks.ask('patient-view')).body.cards?.map(({ source }) => source.topic.code);
    await give(260);
    expect(await about()).toContain('injection-overdue');
    await give(190);
    expect(await about()).toContain('injection-due');
    await give(30);
    expect((await about())?.filter((code) => code.startsWith('injection'))).toEqual([]);
  });

  test('of somebody who died nothing is open', async () => {
    const died = (deceased: 'yes' | 'no') =>
      hooks.database.in('gent', (tx) => setOnPerson(tx, hooks.found.person, { deceased }, new Date()));
    expect((await hooks.ask('patient-view')).body.cards?.length).toBeGreaterThan(0);
    await died('yes');
    try {
      expect((await hooks.ask('patient-view')).body.cards).toEqual([]);
    } finally {
      await died('no');
    }
  });

  test('whoever orders a bone drug hears what is not known yet, or what speaks against it; other drugs pass in silence', async () => {
    const order = (code: string, id = 'm1') => ({
      resourceType: 'MedicationRequest',
      id,
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code }] },
    });
    const signed = await hooks.ask('order-sign', { context: { draftOrders: bundle(order('M05BX04')) } });
    const codes = signed.body.cards?.map(({ source }) => source.topic.code) ?? [];
    expect(codes.some((code) => code.startsWith('drug-'))).toBe(true);
    const other = await hooks.ask('order-sign', { context: { draftOrders: bundle(order('N02BE01')) } });
    expect(other.body.cards).toEqual([]);
    const context = { draftOrders: bundle(order('M05BX04'), order('M05BA04', 'm2')), selections: [] };
    expect((await hooks.ask('order-select', { context })).body.cards).toEqual([]);
    const chosen = await hooks.ask('order-select', {
      context: { ...context, selections: ['MedicationRequest/m2'] },
    });
    expect(chosen.body.cards?.every(({ summary }) => summary.startsWith('Alendronaat'))).toBe(true);
  });
});

describe('about a patient who is nobody here', () => {
  const wrist = (more: object = {}) => ({
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'S52.501A' }] },
    subject: { reference: 'Patient/p9' },
    onsetDateTime: addDays(hooks.server.today(), -10),
    ...more,
  });
  const stranger = { patient: patient('0000', { name: [{ family: 'Nieuw' }] }) };

  test('nothing is said when there is nothing to say', async () => {
    expect(await hooks.ask('patient-view', { prefetch: stranger })).toMatchObject({
      status: 200,
      body: { cards: [] },
    });
  });

  test('a coded fracture that asks for investigation is offered to the fracture service', async () => {
    const { body } = await hooks.ask('encounter-discharge', {
      prefetch: { ...stranger, conditions: bundle(wrist()) },
    });
    expect(body.cards?.map(({ source }) => source.topic.code)).toEqual(['fracture-unknown']);
    expect(body.cards?.[0]?.suggestions?.[0]?.label).toBe('Verwijs naar de fractuurdienst');
    const added = await hooks.ask('problem-list-item-create', {
      prefetch: stranger,
      context: { conditions: bundle(wrist()) },
    });
    expect(added.body.cards).toHaveLength(1);
  });

  test('a young person’s fracture is not', async () => {
    const young = { patient: patient('0001', { birthDate: '2001-01-01' }), conditions: bundle(wrist()) };
    expect((await hooks.ask('patient-view', { prefetch: young })).body.cards).toEqual([]);
  });
});
