// Who pays for what a decision talks about, apart from whether it is indicated. Decision: one line a thing, each with the text
// it rests on; where no text was found the line says so and by which search, because an empty place reads as "free".

import type { RuleSet } from '../bone/bone-patient.ts';
import type { Payment } from '../bone/reimbursement.ts';
import { all, asked, type Condition, known, open } from '../logic/condition.ts';
import { type Decided, decided } from '../logic/decided.ts';
import type { CementPatient } from '../spine/brace-and-cement.ts';
import type { PaymentRules } from './payment-rules.ts';

export const paidThings = [
  'operation',
  'physiotherapy',
  'walking-aids',
  'brace',
  'cement',
  'bone-drug-for-necrosis',
  'exercise-therapy',
  'injection',
  'hyaluronic-acid',
  'cells-and-blood-products',
  'prosthesis',
  'paracetamol',
  'other-painkillers',
  'calcium',
  'vitamin-d',
  'everything',
] as const;
export type PaidThing = (typeof paidThings)[number];

export interface PaymentLine extends Decided<Payment | 'in-part'> {
  readonly thing: PaidThing;
}

export type PaymentTopic =
  | 'bone'
  | 'hip-fracture'
  | 'spine'
  | 'brace'
  | 'cement'
  | 'necrosis'
  | 'osteoarthritis'
  | 'pain-relief';

interface Row {
  readonly thing: PaidThing;
  readonly outcome: PaymentLine['outcome'];
  readonly rules: readonly string[];
  readonly missing?: readonly string[];
}

/** No text was found: the rule names the search, and what is missing is the answer of who knows. */
const notFound = (rule: 'RB28' | 'RB29', ...things: readonly PaidThing[]): readonly Row[] => {
  const missing = [`the answer of ${rule === 'RB28' ? 'sickness fund' : 'insurer'} or pharmacist`];
  return things.map((thing) => ({ thing, outcome: 'cannot-tell', rules: [rule], missing }));
};

const belgianOperation: Row = { thing: 'operation', outcome: 'in-part', rules: ['RB34'] };
/** Care by a specialist in hospital, after the own risk. */
const dutchSpecialist = (thing: 'operation' | 'injection'): Row => ({
  thing,
  outcome: 'in-part',
  rules: ['RB32'],
});

const belgianPhysiotherapy: Row = {
  thing: 'physiotherapy',
  outcome: 'in-part',
  rules: ['RB19'],
  missing: ['whether it stands on list Fa'],
};
const belgianAids: Row = {
  thing: 'walking-aids',
  outcome: 'in-part',
  rules: ['RB35'],
  missing: ['the answer of the sickness fund'],
};
const dutchPhysiotherapy: Row = { thing: 'physiotherapy', outcome: 'in-part', rules: ['RB22'] };
const dutchAids: Row = { thing: 'walking-aids', outcome: 'not-paid', rules: ['RB27'] };

/** Cement in Belgium is weighed by the patient; the drugs for bone say it drug by drug. */
const rows: Readonly<Record<'BE' | 'NL', Readonly<Record<PaymentTopic, readonly Row[]>>>> = {
  BE: {
    bone: notFound('RB28', 'calcium', 'vitamin-d'),
    'hip-fracture': [{ ...belgianOperation, rules: ['RB20', 'RB34'] }, belgianPhysiotherapy, belgianAids],
    spine: [belgianPhysiotherapy, belgianAids],
    brace: [{ thing: 'brace', outcome: 'in-part', rules: ['RB18'], missing: ['the list of orthoses'] }],
    cement: [],
    necrosis: [belgianOperation, ...notFound('RB28', 'bone-drug-for-necrosis')],
    osteoarthritis: [
      ...notFound('RB28', 'exercise-therapy', 'injection', 'hyaluronic-acid'),
      ...notFound('RB28', 'cells-and-blood-products'),
      { thing: 'prosthesis', outcome: 'in-part', rules: ['RB34'] },
    ],
    'pain-relief': [
      {
        thing: 'paracetamol',
        outcome: 'on-request',
        rules: ['RB16'],
        missing: ['lasting pain of that list'],
      },
      ...notFound('RB28', 'other-painkillers'),
    ],
  },
  NL: {
    bone: [
      { thing: 'calcium', outcome: 'not-paid', rules: ['RB15'] },
      { thing: 'vitamin-d', outcome: 'not-paid', rules: ['RB13'] },
    ],
    'hip-fracture': [dutchSpecialist('operation'), dutchPhysiotherapy, dutchAids],
    spine: [dutchPhysiotherapy, dutchAids],
    brace: [{ thing: 'brace', outcome: 'in-part', rules: ['RB26'], missing: ['the answer of the insurer'] }],
    cement: [{ thing: 'cement', outcome: 'not-paid', rules: ['VB13', 'RB25'] }],
    necrosis: [dutchSpecialist('operation'), ...notFound('RB29', 'bone-drug-for-necrosis')],
    osteoarthritis: [
      { thing: 'exercise-therapy', outcome: 'in-part', rules: ['RB23'] },
      dutchSpecialist('injection'),
      { thing: 'hyaluronic-acid', outcome: 'not-paid', rules: ['RB25'] },
      { thing: 'cells-and-blood-products', outcome: 'not-paid', rules: ['RB33'] },
      { thing: 'prosthesis', outcome: 'in-part', rules: ['RB24'] },
    ],
    'pain-relief': [
      { thing: 'paracetamol', outcome: 'not-paid', rules: ['RB15'] },
      ...notFound('RB29', 'other-painkillers'),
    ],
  },
};

/** `cement`: asked of Belgian cement alone; null elsewhere. */
export function paymentBeside(
  topic: PaymentTopic,
  cement: CementPatient | null,
  set: RuleSet,
  rules: PaymentRules,
): readonly PaymentLine[] {
  if (set === 'NICE') {
    const line = decided<Payment>('cannot-tell', ['RB12'], ['a rule of reimbursement'], rules.standings);
    return [{ thing: 'everything', ...line }];
  }
  if (set === 'BE' && topic === 'cement') return [{ thing: 'cement', ...belgianCement(cement, rules) }];
  return rows[set][topic].map(({ thing, outcome, rules: because, missing = [] }) => ({
    thing,
    ...decided<Payment | 'in-part'>(outcome, because, missing, rules.standings),
  }));
}

/** The old text asks for more than is recorded: it can be failed here and never wholly met. */
function belgianCement(patient: CementPatient | null, rules: PaymentRules): Decided<Payment> {
  const condition = patient === null ? open('the conditions of the text') : kyphoplasty(patient, rules);
  const outcome = condition.answer === 'no' ? 'not-paid' : 'cannot-tell';
  return decided<Payment>(outcome, ['RB17'], condition.missing, rules.standings);
}

function kyphoplasty(patient: CementPatient, rules: PaymentRules): Condition {
  const late = known(
    patient.weeksSinceFracture,
    'weeks-since-the-fracture',
    // Months of the text as weeks, rounded up: in doubt it is still in time.
    (weeks) => weeks > Math.ceil((rules.kyphoplastyWithinMonths * 52) / 12),
  );
  return all(
    known(
      patient.weeksSinceFracture,
      'weeks-since-the-fracture',
      (weeks) => weeks > rules.kyphoplastyPainWeeks,
    ),
    asked(patient.careOptimised, 'pain-relief-and-exercise-optimised'),
    asked(patient.oedemaAtThatLevel, 'oedema-on-mri-at-that-level'),
    open(
      ...(late.answer === 'yes' ? ['whether the fracture grew worse'] : []),
      'the other conditions of the text and of today',
    ),
  );
}
