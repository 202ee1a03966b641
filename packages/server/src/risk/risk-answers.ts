// Every risk score of a case, in the order of the page. Decision: computed with the answers of this moment and never read back
// from what was kept: a kept result stands beside it with its day.

import { createHash } from 'node:crypto';
import type { ModelStamp } from '@breekpunt/investigate';
import { addressOf, type Knowledge, modelOf } from '@breekpunt/knowledge';
import { brokenHere, isHip } from '../assessment/fractures-of.ts';
import { yesNo } from '../decision/bone-patient-of.ts';
import { fraxAnswer } from './frax-answer.ts';
import { qfractureAnswer } from './qfracture-answer.ts';
import type { RiskPatient } from './risk-inputs.ts';
import { type RiskAnswer, type RiskModel, type RiskSource, riskModels } from './risk-view.ts';
import { scoreAnswer } from './score-answers.ts';

export function riskAnswers(patient: RiskPatient): readonly RiskAnswer[] {
  return riskModels.filter((model) => isShown(model, patient)).map((model) => riskAnswer(model, patient));
}

export function riskAnswer(model: RiskModel, patient: RiskPatient): RiskAnswer {
  const answer = unmarked(model, patient);
  const all = JSON.stringify([answer, patient.deciding.rules.knowledge.version]);
  return { ...answer, mark: createHash('sha256').update(all).digest('hex').slice(0, 32) };
}

function unmarked(model: RiskModel, patient: RiskPatient): Omit<RiskAnswer, 'mark'> {
  const { knowledge } = patient.deciding.rules;
  switch (model) {
    case 'qfracture-2012':
      return qfractureAnswer(patient);
    case 'frax':
      return fraxAnswer(patient, sourcesOf(modelOf(knowledge, 'frax-glucocorticoid'), knowledge));
    default:
      return scoreAnswer(model, patient, (stamp) => sourcesOf(stamp, knowledge));
  }
}

const ofHips: ReadonlySet<RiskModel> = new Set<RiskModel>([
  'nottingham-hip-fracture-score',
  'parker-mobility-score',
]);

/**
 * Dying after a hip fracture and walking before it are asked of a hip fracture; the form for COPD of whoever may have it.
 */
function isShown(model: RiskModel, { record, answers }: RiskPatient): boolean {
  if (ofHips.has(model)) return brokenHere(record, isHip) !== null;
  if (model !== 'nhg-score-copd-2015') return true;
  return yesNo(answers, 'asthma-or-copd') === 'yes' && yesNo(answers, 'copd') !== 'no';
}

function sourcesOf({ sources }: Pick<ModelStamp, 'sources'>, knowledge: Knowledge): readonly RiskSource[] {
  return sources.flatMap(({ id, where }) => {
    const source = knowledge.sources[id];
    return source === undefined ? [] : [{ title: source.title, where, address: addressOf(source) }];
  });
}
