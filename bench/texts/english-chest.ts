// Short English chest radiograph reports, composed: mostly lungs and hearts, now and then a rib or a
// vertebra. The commonest report of any hospital, and the one a case finder must pass by quickest.

import { fill, type Random } from '@breekpunt/synthetic';

const lines = {
  request: [
    'Cough and fever.',
    'Shortness of breath, ?CHF.',
    'Chest pain.',
    'Preoperative evaluation.',
    'Line placement.',
    'Hypoxia, rule out pneumonia.',
    'Fall, left sided chest pain.',
    'Follow-up of pneumonia.',
    'Positive PPD.',
  ],
  compared: [
    'Comparison: none.',
    'Compared with {year}.',
    'Comparison is made to the prior study of {year}.',
    '',
  ],
  heart: [
    'The cardiomediastinal silhouette is within normal limits.',
    'Heart size is mildly enlarged.',
    'The heart is normal in size and contour.',
    'Stable cardiomegaly.',
    'Tortuous and calcified thoracic aorta.',
    'Mediastinal contours are unremarkable.',
  ],
  lungs: [
    'The lungs are clear without focal airspace disease.',
    'There is a patchy opacity in the {lobe}.',
    'Low lung volumes with bibasilar atelectasis.',
    'No focal consolidation, pleural effusion or pneumothorax.',
    'Hyperexpanded lungs, consistent with COPD.',
    'Small {side} pleural effusion.',
    'Calcified granuloma in the {lobe}.',
    'Increased interstitial markings, may represent mild edema.',
    'Scattered scarring in the apices.',
  ],
  other: [
    'Left-sided pacemaker with leads in expected position.',
    'Sternotomy wires are intact.',
    'Surgical clips in the right upper quadrant.',
    'Degenerative changes of the thoracic spine.',
    'No acute bony abnormality.',
    'Osseous structures are grossly intact.',
    'Endotracheal tube tip 4 cm above the carina.',
    'Visualized upper abdomen is unremarkable.',
    'Mild dextroscoliosis of the spine.',
  ],
  bones: [
    'Old healed {side} rib fractures.',
    'Mild anterior wedging of a midthoracic vertebral body, age indeterminate.',
    'No displaced rib fracture.',
    'Compression deformity of {level}, unchanged.',
    'Acute nondisplaced fracture of the {side} 7th rib.',
    'Remote {side} clavicle fracture.',
    'No acute fracture is seen.',
  ],
  impression: [
    'No acute cardiopulmonary abnormality.',
    'No evidence of pneumonia.',
    'Findings suggest {lobe} pneumonia.',
    'Stable chronic changes.',
    'Mild pulmonary edema.',
    'Bibasilar atelectasis.',
  ],
};

export function englishChestReport(random: Random): string {
  const slots = {
    year: String(random.int(2015, 2025)),
    lobe: random.pick(['right lower lobe', 'left upper lobe', 'lingula', 'right middle lobe']),
    side: random.pick(['left', 'right']),
    level: `T${random.int(5, 12)}`,
  };
  const parts = [
    `INDICATION: ${random.pick(lines.request)}`,
    random.pick(lines.compared),
    `FINDINGS: ${random.pick(lines.heart)}`,
    random.pick(lines.lungs),
    random.pick(lines.lungs),
    random.chance(0.4) ? random.pick(lines.lungs) : '',
    random.chance(0.6) ? random.pick(lines.other) : '',
    random.chance(0.08) ? random.pick(lines.bones) : '',
    `IMPRESSION: ${random.pick(lines.impression)}`,
  ];
  return fill(parts.filter((part) => part !== '').join(' '), slots);
}
