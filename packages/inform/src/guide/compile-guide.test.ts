import { addDays, knownDate } from '@breekpunt/core';
import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { nothingRecorded, someInput, today } from '../../test/guide-input.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { compileGuide } from './compile-guide.ts';
import type { Guide } from './guide.ts';

const knowledge = loadKnowledge();

function guideOf(changes: Partial<GuideInput>): Guide {
  const compiled = compileGuide({ ...someInput, ...changes }, knowledge, guideContent);
  if (!compiled.ok) throw new Error(compiled.error.kind);
  return compiled.value;
}

test('nine days after a nail somebody at home is in the first six weeks', () => {
  const guide = guideOf({});
  expect(guide.phase.id).toBe('weeks-1-6');
  expect(guide.dayText).toBe('Dag 9 na uw operatie. Vandaag is het zondag 22 november 2026.');
  expect(guide.title).toBe('Mijn herstel: heupbreuk');
});

test('a case of which nothing is known still shows the alarm signs with 112', () => {
  const guide = guideOf(nothingRecorded);
  const alarm = guide.sections.find(({ id }) => id === 'alarm');
  const red = alarm?.blocks.find((block) => block.kind === 'warning' && block.level === 'ambulance-now');
  expect(red).toMatchObject({ title: 'Bel nu 112', actions: [{ phone: '112' }] });
  expect(guide.notKnown.length).toBeGreaterThanOrEqual(5);
  expect(guide.phase.id).toBe('surgeon-first');
});

test('an operation that lies in the future is refused with its day', () => {
  const tomorrow = addDays(today, 1);
  const treatment = { kind: 'operation', operation: 'nail', on: tomorrow } as const;
  expect(compileGuide({ ...someInput, treatment }, knowledge, guideContent)).toEqual({
    ok: false,
    error: { kind: 'day-in-the-future', day: tomorrow },
  });
});

test('an operation that does not belong to the fracture is told and not carried out', () => {
  const treatment = { kind: 'operation', operation: 'cement', on: knownDate('2026-11-13') } as const;
  const guide = guideOf({ treatment });
  expect(guide.phase.id).toBe('surgeon-first');
  expect(guide.notKnown).toContain(
    'De operatie in uw dossier past niet bij uw diagnose. Vraag uw dokter wat er gedaan is.',
  );
});
