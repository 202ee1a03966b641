import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeReject } from '../describe-reason.ts';
import { acknowledgementText } from './acknowledgement.ts';
import { hl7Instant } from './hl7-instant.ts';
import { type InboundMessage, readInbound } from './inbound-message.ts';

const hospital = { country: 'BE', timeZone: 'Europe/Brussels' } as const;

async function read(...segments: string[]): Promise<InboundMessage> {
  const result = await readInbound(new TextEncoder().encode(`${segments.join('\r')}\r`), hospital);
  if (!result.ok) throw new Error(describeReject(result.error));
  return result.value;
}

const msh = (type: string, more = ''): string =>
  `MSH|^~\\&|RIS|HOSP|FLS|HOSP|20260701120000||${type}|C1|P|2.5${more}`;

describe('the numbers of a patient', () => {
  test('are the hospital’s own first, then the national one; visit and account numbers are not hers', async () => {
    const { content } = await read(
      msh('ADT^A08'),
      'PID|1||85073003328^^^^NNBEL~4711^^^HOSP^PI~99^^^HOSP^VN||PEETERS^MARIA||194405|F',
    );
    expect(content).toMatchObject({
      kind: 'patient',
      authoritative: true,
      patient: {
        identifiers: [
          { system: 'local', assigner: 'HOSP', value: '4711' },
          { system: 'be-insz', assigner: '', value: '85073003328' },
        ],
        birthDate: '1944-05',
      },
    });
  });

  test('without an authority are those of the sending facility', async () => {
    const { content } = await read(msh('ADT^A08'), 'PID|1||4711||PEETERS^MARIA');
    expect(content).toMatchObject({ patient: { identifiers: [{ assigner: 'HOSP', value: '4711' }] } });
  });

  test('that a merge retires come from MRG', async () => {
    const { content } = await read(msh('ADT^A40'), 'PID|1||1^^^HOSP^PI', 'MRG|2^^^HOSP^PI');
    expect(content).toMatchObject({
      kind: 'merge',
      retired: [{ system: 'local', assigner: 'HOSP', value: '2' }],
    });
  });
});

test('a deceased patient without a day of death is deceased all the same', async () => {
  const fields = Array.from({ length: 30 }, () => '');
  fields[2] = '4711';
  fields[29] = 'Y';
  const { content } = await read(msh('ADT^A08'), `PID|${fields.join('|')}`);
  expect(content).toMatchObject({ patient: { deceased: 'yes' } });
});

test('two examinations under one order number are two reports', async () => {
  const { content } = await read(
    msh('ORU^R01'),
    'PID|1||4711',
    'OBR|1||O1|RXB^RX bekken',
    'OBX|1|TX|RXB||Geen fractuur.||||||F',
    'OBR|2||O1|RXT^RX thorax',
    'OBX|1|TX|RXT||Ribfractuur.||||||F',
  );
  expect(content).toMatchObject({ reports: [{ id: 'O1' }, { id: 'O1#2' }] });
});

test('a panel of numbers is measurements and no report', async () => {
  const { content, rejects } = await read(
    msh('ORU^R01'),
    'PID|1||4711',
    'OBR|1||L1|VITD^Vitamine D|||20260630',
    'OBX|1|NM|1989-3^25-OH vitamine D^LN||41,5|nmol/L|50 - 125||||F',
    'OBX|2|SN|33914-3^eGFR^LN||>^90|mL/min|||||F',
  );
  expect(rejects).toEqual([]);
  expect(content).toMatchObject({
    reports: [],
    measurements: [
      {
        id: 'L1 1989-3 0',
        value: 41.5,
        unit: 'nmol/L',
        low: 50,
        high: 125,
        date: '2026-06-30',
        status: 'final',
      },
      { id: 'L1 33914-3 1', value: 90, comparator: '>' },
    ],
  });
});

test.each([
  ['20260701120000', '2026-07-01T10:00:00.000Z'],
  ['20260101120000', '2026-01-01T11:00:00.000Z'],
  ['202607011200+0530', '2026-07-01T06:30:00.000Z'],
  ['20261025023000', '2026-10-25T01:30:00.000Z'],
])('%s on the clock of Brussels is %s wherever this runs', (text, instant) => {
  expect(hl7Instant(text, 'Europe/Brussels')?.toISOString()).toBe(instant);
});

test.each(['20260701', '2026', '20261301120000', 'yesterday'])('%s is no instant', (text) => {
  expect(hl7Instant(text, 'Europe/Brussels')).toBeUndefined();
});

test('an acknowledgement repeats the number of the message, and a reason cannot break its segments', async () => {
  const { header } = await read(msh('ADT^A08'), 'PID|1||4711');
  const at = new Date('2026-07-01T10:00:00Z');
  expect(acknowledgementText({ code: 'AA' }, header, at, 'X1')).toBe(
    'MSH|^~\\&|BREEKPUNT|FLS|RIS|HOSP|20260701100000+0000||ACK^A08^ACK|X1|P|2.5\rMSA|AA|C1\r',
  );
  const refused = acknowledgementText({ code: 'AR', reason: 'a|b\rMSA' }, undefined, at, 'X2');
  expect(refused.split('\r')[1]).toBe('MSA|AR||a\\F\\b\\X0D\\MSA');
});

test.each(
  readdirSync(join(import.meta.dirname, '../../fixtures/hl7v2')).filter((name) => name.endsWith('.hl7')),
)('the sample %s is understood, or refused with a reason', async (name) => {
  const result = await readInbound(
    readFileSync(join(import.meta.dirname, '../../fixtures/hl7v2', name)),
    hospital,
  );
  if (!result.ok) expect(describeReject(result.error)).not.toBe('');
  else expect(['patient', 'merge', 'not-used']).toContain(result.value.content.kind);
});
