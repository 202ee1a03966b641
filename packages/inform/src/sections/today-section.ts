// "Vandaag": where somebody is in recovery, what holds the plan back, and what the record does not say.

import type { Block, NotKnownBlock } from '../guide/guide.ts';
import { needsLoadAdvice } from '../plan/load-advice.ts';
import { treatmentFits } from '../plan/treatment-fits.ts';
import { contentBlocks } from './content-blocks.ts';
import { type Making, notKnown, said } from './making.ts';

export function todaySection(making: Making): readonly Block[] {
  const { plan, words } = making;
  const phase = said(
    `phase.${plan.id}`,
    1,
    words.say(`phase-${plan.id}`),
    [words.say(`phase-about-${plan.id}`)],
    making,
  );
  const held = plan.heldBack.map((hold) =>
    said(`held.${hold}`, 1, null, [words.say(`held-${hold}`)], making),
  );
  return [phase, ...held, ...precautions(making), ...contentBlocks('today', making), ...gaps(making)];
}

/** The movements the surgeon forbade, in the surgeon's words; nothing when none were given. */
function precautions(making: Making): readonly Block[] {
  const { input, words } = making;
  const { precautions: forbidden } = input.given;
  if (forbidden.length === 0) return [];
  const text = [...forbidden, words.say('precautions-until')];
  return [{ ...said('today.precautions', 1, words.say('precautions-title'), text, making), kind: 'list' }];
}

/** What nobody recorded and the reader would want to know, each in words with what to do. */
export function gaps(making: Making): readonly NotKnownBlock[] {
  const { input, words } = making;
  const { diagnosis, treatment } = input;
  const operated = treatment !== 'not-recorded' && treatment.kind === 'operation';
  const missing: Readonly<Record<string, boolean>> = {
    'also-broken': input.alsoBroken,
    'event-day': input.eventOn === 'not-recorded',
    'operation-day': operated && treatment.on === 'not-recorded',
    treatment: treatment === 'not-recorded' && diagnosis.kind.endsWith('fracture'),
    'treatment-does-not-fit': !treatmentFits(input),
    'hip-site': diagnosis.kind === 'hip-fracture' && diagnosis.site === 'not-recorded',
    levels:
      diagnosis.kind === 'vertebral-fracture' &&
      (diagnosis.levels === 'not-recorded' || diagnosis.levels.length === 0),
    stage: diagnosis.kind === 'avascular-necrosis' && diagnosis.stage === 'not-recorded',
    side: input.side === 'not-recorded' && diagnosis.kind !== 'vertebral-fracture',
    medication: input.medication === 'not-recorded',
    'weight-bearing': needsLoadAdvice(input) && input.given.weightBearing === 'not-recorded',
    hospital: input.hospital.name === 'not-recorded',
  };
  return Object.keys(missing)
    .filter((key) => missing[key] === true)
    .map((key) => notKnown(key, words.say(`gap-${key}`), making));
}
