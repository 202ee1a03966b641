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

const visit: readonly Field[] = [
  {
    id: 'assessed',
    section: 'visit',
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
    section: 'visit',
    kind: { kind: 'choice', choices: ['clinic', 'ward', 'phone', 'video', 'home', 'records'] },
    column: inAssessment('mode'),
  },
  { id: 'death', section: 'visit', kind: day },
];

const fracture: readonly Field[] = [
  { id: 'fracture-day', section: 'fracture', kind: day, withoutNo: true },
  { id: 'low-energy', section: 'fracture', kind: yesNo },
  { id: 'seen-on-image', section: 'fracture', kind: yesNo },
  { id: 'hip-operation', section: 'fracture', kind: day },
  {
    id: 'other-fractures',
    section: 'fracture',
    kind: { kind: 'fractures' },
    column: inAssessment('prior_fracture'),
  },
];

const density: readonly Field[] = [
  { id: 'dxa', section: 'density', kind: { kind: 'scan' } },
  { id: 'dxa-vertebrae', section: 'density', kind: { kind: 'choices', choices: ['L1', 'L2', 'L3', 'L4'] } },
  {
    id: 'dxa-reference-sex',
    section: 'density',
    kind: { kind: 'choice', choices: ['female', 'male'] },
  },
  {
    id: 'dxa-not-measurable',
    section: 'density',
    kind: { kind: 'choices', choices: ['lumbar-spine', 'total-hip', 'femoral-neck'] },
  },
  { id: 'spine-image', section: 'density', kind: { kind: 'spine' } },
  { id: 'frax', section: 'density', kind: { kind: 'frax' } },
];

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
const blood: readonly Field[] = tests.map((test) => ({
  id: `lab-${test}`,
  section: 'blood',
  kind: { kind: 'lab', test },
}));

const falls: readonly Field[] = [
  {
    id: 'falls-assessed',
    section: 'falls',
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
    section: 'falls',
    kind: number('falls.plausible-falls'),
    column: inFalls('falls_last_year'),
  },
  { id: 'unsteady', section: 'falls', kind: yesNo, column: inFalls('feels_unsteady') },
  { id: 'worried', section: 'falls', kind: yesNo, column: inFalls('worries_about_falling') },
  { id: 'injured-by-fall', section: 'falls', kind: yesNo, column: inFalls('injured_by_fall') },
  { id: 'could-not-get-up', section: 'falls', kind: yesNo, column: inFalls('could_not_get_up') },
  { id: 'lost-consciousness', section: 'falls', kind: yesNo, column: inFalls('lost_consciousness') },
  { id: 'frail', section: 'falls', kind: yesNo },
  {
    id: 'gait-speed',
    section: 'falls',
    kind: number('falls.plausible-gait-speed'),
    column: inFalls('gait_speed_m_s'),
  },
  {
    id: 'timed-up-and-go',
    section: 'falls',
    kind: number('falls.plausible-test-seconds'),
    column: inFalls('timed_up_and_go_s'),
  },
  {
    id: 'chair-stands',
    section: 'falls',
    kind: number('falls.plausible-test-seconds'),
    column: inFalls('five_chair_stands_s'),
  },
  { id: 'orthostatic-drop', section: 'falls', kind: yesNo, column: inFalls('orthostatic_drop') },
  {
    id: 'fall-risk-medicines',
    section: 'falls',
    kind: { kind: 'choices', choices: fallRiskDrugClasses },
    column: inFalls('fall_risk_medicines'),
  },
  {
    id: 'exercise-started',
    section: 'falls',
    kind: { kind: 'event', outcomes: [{ outcome: 'started', needs: 'day' }] },
  },
];

const risk: readonly Field[] = [
  {
    id: 'weight',
    section: 'risk',
    kind: number('labs.plausible-weight'),
    column: inAssessment('weight_kg'),
  },
  {
    id: 'height',
    section: 'risk',
    kind: number('assessment.plausible-height'),
    column: inAssessment('height_cm'),
  },
  {
    id: 'height-at-25',
    section: 'risk',
    kind: number('assessment.plausible-height'),
    column: inAssessment('height_at_25_cm'),
  },
  { id: 'postmenopausal', section: 'risk', kind: yesNo, only: ['woman'] },
  {
    id: 'menopause-age',
    section: 'risk',
    kind: number('assessment.plausible-menopause-age'),
    column: inAssessment('menopause_age'),
    only: ['woman'],
  },
  { id: 'parent-hip', section: 'risk', kind: yesNo, column: inAssessment('parent_hip_fracture') },
  { id: 'smokes', section: 'risk', kind: yesNo, column: inAssessment('smokes') },
  {
    id: 'alcohol',
    section: 'risk',
    kind: number('assessment.plausible-alcohol'),
    column: inAssessment('alcohol_units_per_day'),
  },
  {
    id: 'glucocorticoids',
    section: 'risk',
    kind: { kind: 'glucocorticoid' },
    column: inAssessment('glucocorticoids'),
  },
  { id: 'rheumatoid', section: 'risk', kind: yesNo, column: inAssessment('rheumatoid_arthritis') },
  { id: 'diabetes', section: 'risk', kind: yesNo, column: inAssessment('diabetes') },
  { id: 'hormone-deprivation', section: 'risk', kind: yesNo, column: inAssessment('hormone_deprivation') },
  { id: 'kidney-disease', section: 'risk', kind: yesNo, column: inAssessment('kidney_disease') },
  { id: 'upper-gut', section: 'risk', kind: yesNo, column: inAssessment('upper_gut_disease') },
  { id: 'back-pain', section: 'risk', kind: yesNo, column: inAssessment('back_pain') },
  { id: 'cancer', section: 'risk', kind: yesNo },
  {
    id: 'infection',
    section: 'risk',
    kind: yesNo,
    only: ['vertebral-fracture', 'osteoarthritis'],
  },
  { id: 'institutionalised', section: 'risk', kind: yesNo },
  {
    id: 'dietary-calcium',
    section: 'risk',
    kind: number('assessment.plausible-dietary-calcium'),
    column: inAssessment('calcium_mg_per_day'),
  },
];

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
