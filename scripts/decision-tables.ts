// The decision tables that the product was asked to carry, row by row, and what carries each row: rules, which have cases, or
// pieces of the guide's content and the numbers it fills in. The page docs/rule-coverage.md and its test are made from this.

export interface TableRow {
  readonly row: string;
  readonly rules: readonly string[];
  /** Ids of blocks, exercises, figures and spans of the guide, and of decision aids. */
  readonly content?: readonly string[];
  /** Ids of parameters. */
  readonly numbers?: readonly string[];
}

export const decisionTables: Readonly<Record<string, readonly TableRow[]>> = {
  'Hip fracture (DT-H1)': [
    { row: '1 frail resident: talk first', rules: ['HS1'] },
    { row: '2 neck, not shifted: screws or sliding hip screw', rules: ['HS2', 'HS15'] },
    {
      row: '3 neck, displaced, 18 to 80 years: fixation beside prostheses, with figures',
      rules: ['HS3', 'HS4', 'HS5'],
    },
    { row: '4 neck, displaced, walks out: total or half prosthesis, four outcomes', rules: ['HS6'] },
    { row: '5 neck, displaced, otherwise: half prosthesis', rules: ['HS7'] },
    { row: '6 filtration rate below 60: no fixation', rules: ['HS8'] },
    { row: '7 immobile with dementia: fixation for comfort', rules: ['HS9'] },
    { row: '8 trochanteric A1, A2', rules: ['HS10'] },
    { row: '9 trochanteric A3', rules: ['HS11'] },
    { row: '10 subtrochanteric', rules: ['HS12'] },
    { row: '11 pathological or atypical: leaves the table', rules: ['HS13'] },
    { row: '12 X-ray negative, cannot bear weight', rules: ['HS14'] },
    {
      row: 'time to surgery: Netherlands, international, NICE; reasons for delay',
      rules: ['HS16', 'HS17', 'HS18', 'HS19'],
    },
  ],
  'Vertebral fracture, gate (DT-V1)': [
    { row: '1 red flag or worsening deficit', rules: ['VB1'] },
    { row: '2 neck or sacrum', rules: ['VB2'] },
    { row: '3 cancer, infection, young without accident', rules: ['VB3'] },
    { row: '4 unstable type or score: surgeon now', rules: ['VB4'] },
    { row: '5 score between the bands: team', rules: ['VB5'] },
    { row: '6 otherwise without operation', rules: ['VB6'] },
    { row: '7 from 50 years: fracture service always', rules: ['VB7'] },
    { row: '8 repeated standing X-ray', rules: ['VB8'] },
    { row: 'scores beside each other, disagreement shown', rules: ['VB9'] },
  ],
  'Brace and cement (DT-V2)': [
    { row: 'no brace is the rule', rules: ['VB10'] },
    { row: 'dynamic orthosis', rules: ['VB11'] },
    { row: 'rigid brace on order of the surgeon', rules: ['VB12'] },
    { row: 'cement: Netherlands, NICE, Belgium', rules: ['VB13', 'VB14', 'VB15'] },
  ],
  'Avascular necrosis (DT-A1)': [
    { row: 'suspected, X-ray normal', rules: ['AV1'] },
    { row: 'I-II, small or JIC A', rules: ['AV2', 'AV7'] },
    { row: 'I-II, 15 to 30 %', rules: ['AV3'] },
    { row: 'I-II, above 30 % or JIC C2', rules: ['AV4'] },
    { row: 'IIIA', rules: ['AV5'] },
    { row: 'IIIB, IV', rules: ['AV6'] },
    {
      row: 'always: steroids, alcohol and other causes, other hip, bones',
      rules: ['AV8', 'AV9', 'AV10', 'AV11', 'AV12'],
    },
  ],
  'Hip osteoarthritis (DT-O1)': [
    { row: '0 red signs', rules: ['OA1'] },
    { row: '1 core', rules: ['OA2', 'OA3', 'OA4'] },
    { row: '2 pain relief', rules: ['OA5', 'OA16'] },
    { row: '3 steroid injection and its locks', rules: ['OA6', 'OA7', 'OA8', 'OA9', 'OA10', 'OA11', 'OA12'] },
    { row: '4 prosthesis', rules: ['OA13'] },
    { row: 'not recommended, or in research only', rules: ['OA14', 'OA15'] },
  ],
  'Alarm signs (TR)': [
    { row: 'red: ambulance', rules: ['AL1'] },
    { row: 'red: emergency department', rules: ['AL2', 'AL3', 'AL4'] },
    { row: 'orange: call today', rules: ['AL5', 'AL6', 'AL7'] },
    { row: 'yellow: within days', rules: ['AL8'] },
    { row: 'green: care at home', rules: ['AL9'] },
    { row: 'one sign is enough; an unanswered red sign is asked again', rules: ['AL10'] },
  ],
  'Pain relief (DT-P)': [
    { row: 'paracetamol first, and its doses', rules: ['PA1', 'PA2', 'PA3', 'PA4', 'PA5', 'PA6'] },
    { row: 'anti-inflammatory drugs', rules: ['PA7', 'PA8', 'PA9'] },
    { row: 'opioids', rules: ['PA10', 'PA11', 'PA12', 'PA14'] },
    { row: 'together with gabapentinoid or benzodiazepine', rules: ['PA13'] },
  ],
  'Recovery guide after a hip fracture (DT-H2)': [
    {
      row: 'day 0 to 1: what happened, who is who, what to bring, pain, standing up',
      rules: [],
      content: [
        'today.first-day',
        'happened.hip',
        'call.ask',
        'packing.first',
        'packing.list',
        'packing.carer',
      ],
      numbers: ['guide.hip-phase-days'],
    },
    {
      row: 'day 1 to discharge: walking, delirium told to the family, eating, ready for home',
      rules: [],
      content: ['today.hospital', 'today.delirium', 'discharge.ready', 'discharge.alone', 'discharge.stairs'],
      numbers: ['guide.hospital-days'],
    },
    {
      row: 'week 1 to 6: functional set three times a day, anticoagulant, wound, weight bearing by the surgeon',
      rules: [],
      content: [
        'today.weeks-1-6',
        'today.load.full',
        'today.load.partial',
        'today.load.none',
        'medicines.anticoagulant',
        'ankle-pump',
        'buttock-squeeze',
        'thigh-squeeze',
        'heel-slide',
        'sit-to-stand',
        'side-raise',
        'kitchen-balance',
      ],
      numbers: ['guide.hip-phase-days'],
    },
    {
      row: 'week 6: X-ray and visit, bone density, blood and bone medicine done',
      rules: [],
      content: ['today.week-6', 'appointments.hip', 'appointments.fls', 'appointments.dxa', 'bone.steps'],
    },
    {
      row: 'week 6 to 26: strength with the physiotherapist, balance every day, walking',
      rules: [],
      content: ['today.hip-later', 'tandem', 'heel-raise', 'step-up', 'walk'],
    },
    {
      row: 'month 3, 6 and 12: walking score, pain, falls, medicines taken',
      rules: ['FU5', 'FC1', 'FC3', 'FC11'],
      content: ['appointments.hip'],
    },
    {
      row: 'switches: precautions only when given; head kept is watched; a nail and thigh pain',
      rules: [],
      content: [
        'today.no-precautions',
        'today.head-kept',
        'complications.fixation',
        'complications.prosthesis',
      ],
    },
  ],
  'Phases of a stable vertebral fracture (DT-V3)': [
    {
      row: '0 to 2 weeks: lying and walking; turning as a log, breathing, short walks, little sitting',
      rules: [],
      content: [
        'today.lie-and-walk',
        'today.thoracic-breathing',
        'planner.spine',
        'log-roll',
        'belly-breathing',
        'arms-overhead',
        'head-turn',
        'whole-body',
        'ankle-pump',
        'heel-slide',
      ],
      numbers: ['guide.spine-phase-weeks', 'guide.sit-at-most-minutes', 'guide.bed-sets-a-day'],
    },
    {
      row: '2 to 6 weeks: building up, with pain of 5 at most',
      rules: [],
      content: [
        'today.build-up',
        'rowing-arms',
        'chin-shoulder-blades',
        'back-press',
        'hip-hinge',
        'lean-forward-back',
        'lean-sideways',
        'turn-sitting',
      ],
      numbers: ['guide.spine-phase-weeks', 'guide.spine-build-up-pain-at-most'],
    },
    {
      row: '6 to 12 weeks: strength, once the X-ray is stable and pain 4 at most',
      rules: [],
      content: ['today.spine-strength', 'sit-to-stand', 'band-row', 'kitchen-balance', 'tandem', 'walk'],
      numbers: ['guide.spine-phase-weeks', 'guide.spine-strength-pain-at-most'],
    },
    {
      row: '3 to 6 months: coming back; after it, strength and balance for life',
      rules: [],
      content: ['today.spine-strength', 'recovery.spine', 'recovery.life'],
      numbers: ['guide.spine-phase-weeks'],
    },
    {
      row: '24-hour rule: a step back when pain stays higher, a step on after good days; what to stop',
      rules: [],
      content: ['today.spine-pain-rule', 'exercises.rules', 'exercises.spine-not'],
      numbers: ['guide.step-back-pain', 'guide.step-back-hours', 'guide.good-days', 'guide.step-up-percent'],
    },
    {
      row: 'devices by need, and where to get them in each country',
      rules: ['RB35', 'RB27'],
      content: ['aid.rollator', 'aid.grab-rails', 'aid.reacher', 'aids.where', 'house.rugs'],
    },
  ],
  'The same rows for every option of every aid (DT-SDM)': [
    {
      row: 'hip: prosthesis of half or whole, fixation or prosthesis',
      rules: [],
      content: ['hip-prosthesis-kind', 'hip-fixation'],
    },
    { row: 'vertebra: no brace, orthosis, cement', rules: [], content: ['vertebral-brace-cement'] },
    {
      row: 'dying femoral head, before and after collapse',
      rules: [],
      content: ['necrosis-early', 'necrosis-collapsing'],
    },
    {
      row: 'worn hip: exercise, injection, prosthesis and what is not advised',
      rules: [],
      content: ['hip-osteoarthritis'],
    },
    { row: 'medicine for bone', rules: [], content: ['bone-medicine'] },
  ],
};

/** Which tables every option of which is told in the same rows. */
export const gridTable = 'The same rows for every option of every aid (DT-SDM)';
