// Questions about drugs against pain. Decision: which drugs are planned is asked first, and only those are asked about.

import type { AskedOf, Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;
const number = (range: string): FieldKind => ({ kind: 'number', range });

export const painDrugs = [
  'paracetamol',
  'ibuprofen',
  'other-anti-inflammatory',
  'tramadol',
  'other-opioid',
] as const;
export type PainDrug = (typeof painDrugs)[number];

const days = number('assessment.plausible-drug-days');

const rows: readonly (readonly [id: string, kind: FieldKind, only: readonly AskedOf[]])[] = [
  ['paracetamol-days', days, ['paracetamol']],
  ['paracetamol-risk', yesNo, ['paracetamol']],
  ['lower-dose-not-enough', yesNo, ['paracetamol']],
  ['liver-failure', yesNo, ['paracetamol']],
  ['heart-failure', yesNo, ['anti-inflammatory']],
  ['ulcer', yesNo, ['anti-inflammatory']],
  ['anticoagulant', yesNo, ['anti-inflammatory', 'vertebral-fracture']],
  ['aspirin', yesNo, ['anti-inflammatory']],
  ['second-anti-inflammatory', yesNo, ['anti-inflammatory']],
  ['stomach-protection', yesNo, ['anti-inflammatory']],
  ['kidney-check', yesNo, ['anti-inflammatory']],
  ['opioid-days', days, ['opioid']],
  ['opioid-morphine', number('assessment.plausible-morphine'), ['opioid']],
  ['opioid-stop-day', yesNo, ['opioid']],
  ['opioid-laxative', yesNo, ['opioid']],
  ['opioid-taper', yesNo, ['opioid']],
  ['opioid-warning', yesNo, ['opioid']],
  ['gabapentinoid-or-benzodiazepine', yesNo, ['opioid']],
  ['ssri', yesNo, ['opioid']],
];

export const painFields: readonly Field[] = [
  { id: 'pain-drugs', section: 'pain', kind: { kind: 'choices', choices: painDrugs } },
  ...rows.map(([id, kind, only]): Field => ({ id, section: 'pain', kind, only })),
];
