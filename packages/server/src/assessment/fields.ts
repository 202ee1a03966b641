// All questions of the assessment, in the order of the page. Decision: data, read by the page, the saving and the
// compiling alike; what no decision, letter or indicator needs is not asked.

import { fallRiskDrugClasses, type MeasuredTest } from '@breekpunt/investigate';
import type { Field, FieldColumn } from './field.ts';
import { hipFields } from './hip-fields.ts';
import { jointFields } from './joint-fields.ts';
import { medicineFields } from './medicine-fields.ts';
import { painFields } from './pain-fields.ts';
import { scoreFields } from './score-fields.ts';
import { vertebraFields } from './vertebra-fields.ts';

const yesNo = { kind: 'yes-no' } as const;
const day = { kind: 'day' } as const;
const number = (range: string) => ({ kind: 'number', range }) as const;
const inAssessment = (column: Extract<FieldColumn, { table: 'assessment' }>['column']): FieldColumn => ({
  table: 'assessment',
  column,
});
const inFalls = (column: Extract<FieldColumn, { table: 'falls_assessment' }>['column']): FieldColumn => ({
  table: 'falls_assessment',
  column,
});

function inSection(
  section: Field['section'],
  questions: readonly Omit<Field, 'section'>[],
): readonly Field[] {
  return questions.map((question) => ({ ...question, section }));
}

const visit = inSection('visit', [
  {
    id: 'assessed',
    withoutNo: true,
    kind: {
      kind: 'event',
      outcomes: [
        { outcome: 'done', needs: 'day' },
        { outcome: 'partly-done', needs: 'day' },
        { outcome: 'declined', needs: 'nothing' },
        { outcome: 'unreachable', needs: 'nothing' },
      ],
    },
  },
  {
    id: 'mode',
    kind: { kind: 'choice', choices: ['clinic', 'ward', 'phone', 'video', 'home', 'records'] },
    column: inAssessment('mode'),
  },
  { id: 'death', kind: day },
]);

const fracture = inSection('fracture', [
  { id: 'fracture-day', kind: day, withoutNo: true },
  { id: 'low-energy', kind: yesNo },
  { id: 'seen-on-image', kind: yesNo },
  { id: 'hip-operation', kind: day },
  {
    id: 'other-fractures',
    kind: { kind: 'fractures' },
    column: inAssessment('prior_fracture'),
  },
]);

const density = inSection('density', [
  { id: 'dxa', kind: { kind: 'scan' } },
  { id: 'dxa-vertebrae', kind: { kind: 'choices', choices: ['L1', 'L2', 'L3', 'L4'] } },
  {
    id: 'dxa-reference-sex',
    kind: { kind: 'choice', choices: ['female', 'male'] },
  },
  {
    id: 'dxa-not-measurable',
    kind: { kind: 'choices', choices: ['lumbar-spine', 'total-hip', 'femoral-neck'] },
  },
  { id: 'spine-image', kind: { kind: 'spine' } },
  { id: 'frax', kind: { kind: 'frax' } },
]);

const tests: readonly MeasuredTest[] = [
  'calcium',
  'albumin',
  'creatinine',
  'vitamin-d',
  'phosphate',
  'alkaline-phosphatase',
  'tsh',
  'haemoglobin',
  'esr',
  'pth',
];
const blood = inSection(
  'blood',
  tests.map((test) => ({ id: `lab-${test}`, kind: { kind: 'lab', test } })),
);

const falls = inSection('falls', [
  {
    id: 'falls-assessed',
    withoutNo: true,
    kind: {
      kind: 'event',
      outcomes: [
        { outcome: 'done', needs: 'day' },
        { outcome: 'referred', needs: 'day' },
        { outcome: 'not-done', needs: 'reason' },
      ],
    },
  },
  {
    id: 'falls-last-year',
    kind: number('falls.plausible-falls'),
    column: inFalls('falls_last_year'),
  },
  { id: 'unsteady', kind: yesNo, column: inFalls('feels_unsteady') },
  { id: 'worried', kind: yesNo, column: inFalls('worries_about_falling') },
  { id: 'injured-by-fall', kind: yesNo, column: inFalls('injured_by_fall') },
  { id: 'could-not-get-up', kind: yesNo, column: inFalls('could_not_get_up') },
  { id: 'lost-consciousness', kind: yesNo, column: inFalls('lost_consciousness') },
  { id: 'frail', kind: yesNo },
  {
    id: 'gait-speed',
    kind: number('falls.plausible-gait-speed'),
    column: inFalls('gait_speed_m_s'),
  },
  {
    id: 'timed-up-and-go',
    kind: number('falls.plausible-test-seconds'),
    column: inFalls('timed_up_and_go_s'),
  },
  {
    id: 'chair-stands',
    kind: number('falls.plausible-test-seconds'),
    column: inFalls('five_chair_stands_s'),
  },
  { id: 'orthostatic-drop', kind: yesNo, column: inFalls('orthostatic_drop') },
  {
    id: 'fall-risk-medicines',
    kind: { kind: 'choices', choices: fallRiskDrugClasses },
    column: inFalls('fall_risk_medicines'),
  },
  {
    id: 'exercise-started',
    kind: { kind: 'event', outcomes: [{ outcome: 'started', needs: 'day' }] },
  },
]);

const risk = inSection('risk', [
  {
    id: 'weight',
    kind: number('labs.plausible-weight'),
    column: inAssessment('weight_kg'),
  },
  {
    id: 'height',
    kind: number('assessment.plausible-height'),
    column: inAssessment('height_cm'),
  },
  {
    id: 'height-at-25',
    kind: number('assessment.plausible-height'),
    column: inAssessment('height_at_25_cm'),
  },
  { id: 'postmenopausal', kind: yesNo, only: ['woman'] },
  {
    id: 'menopause-age',
    kind: number('assessment.plausible-menopause-age'),
    column: inAssessment('menopause_age'),
    only: ['woman'],
  },
  { id: 'parent-hip', kind: yesNo, column: inAssessment('parent_hip_fracture') },
  { id: 'smokes', kind: yesNo, column: inAssessment('smokes') },
  {
    id: 'alcohol',
    kind: number('assessment.plausible-alcohol'),
    column: inAssessment('alcohol_units_per_day'),
  },
  {
    id: 'glucocorticoids',
    kind: { kind: 'glucocorticoid' },
    column: inAssessment('glucocorticoids'),
  },
  { id: 'rheumatoid', kind: yesNo, column: inAssessment('rheumatoid_arthritis') },
  { id: 'diabetes', kind: yesNo, column: inAssessment('diabetes') },
  { id: 'hormone-deprivation', kind: yesNo, column: inAssessment('hormone_deprivation') },
  { id: 'kidney-disease', kind: yesNo, column: inAssessment('kidney_disease') },
  { id: 'upper-gut', kind: yesNo, column: inAssessment('upper_gut_disease') },
  { id: 'back-pain', kind: yesNo, column: inAssessment('back_pain') },
  { id: 'cancer', kind: yesNo },
  {
    id: 'infection',
    kind: yesNo,
    only: ['vertebral-fracture', 'osteoarthritis'],
  },
  { id: 'institutionalised', kind: yesNo },
  {
    id: 'dietary-calcium',
    kind: number('assessment.plausible-dietary-calcium'),
    column: inAssessment('calcium_mg_per_day'),
  },
]);

export const fields: readonly Field[] = [
  ...visit,
  ...fracture,
  ...density,
  ...blood,
  ...falls,
  ...risk,
  ...medicineFields,
  ...hipFields,
  ...vertebraFields,
  ...jointFields,
  ...painFields,
  ...scoreFields,
];

const byId: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.id, field]));

export function fieldOf(id: string): Field | undefined {
  return byId.get(id);
}
