// The drugs against osteoporosis. Decision: what tells them apart for a rule stands here once (kind, way, rule ids);
// every dose, limit and contraindication stands in knowledge.

export const drugs = [
  'alendronate',
  'alendronate-solution',
  'risedronate',
  'ibandronate',
  'zoledronate',
  'denosumab',
  'raloxifene',
  'teriparatide',
  'abaloparatide',
  'romosozumab',
] as const;
export type Drug = (typeof drugs)[number];

interface DrugKind {
  readonly builds: boolean;
  readonly bisphosphonate: boolean;
  /** The rule with its contraindications. */
  readonly rule: string;
}

const antiresorptive = { builds: false, bisphosphonate: false } as const;
const bisphosphonate = { builds: false, bisphosphonate: true } as const;
const anabolic = { builds: true, bisphosphonate: false } as const;

const kinds: Readonly<Record<Drug, DrugKind>> = {
  alendronate: { ...bisphosphonate, rule: 'DS1' },
  'alendronate-solution': { ...bisphosphonate, rule: 'DS1' },
  risedronate: { ...bisphosphonate, rule: 'DS2' },
  ibandronate: { ...bisphosphonate, rule: 'DS3' },
  zoledronate: { ...bisphosphonate, rule: 'DS4' },
  denosumab: { ...antiresorptive, rule: 'DS6' },
  raloxifene: { ...antiresorptive, rule: 'DS10' },
  teriparatide: { ...anabolic, rule: 'DS7' },
  abaloparatide: { ...anabolic, rule: 'DS8' },
  romosozumab: { ...anabolic, rule: 'DS9' },
};

/** Builds bone; the others only keep it. */
export function isAnabolic(drug: Drug): boolean {
  return kinds[drug].builds;
}

export function isBisphosphonate(drug: Drug): boolean {
  return kinds[drug].bisphosphonate;
}

export function safetyRuleOf(drug: Drug): string {
  return kinds[drug].rule;
}
