// What holds of a record, in three answers. The last decision counts; of several answers, a yes counts before a no.

import { type Answer, isVertebral, unreachable } from '@breekpunt/core';
import type { CareFact } from '@breekpunt/knowledge';
import type { CareRecord, DecisionOutcome } from './care-record.ts';

export function factOf(record: CareRecord, fact: CareFact): Answer {
  switch (fact) {
    case 'hip':
      return answer(record.site.startsWith('hip.'));
    case 'spine':
      return answer(isVertebral(record.site));
    case 'clinical-spine':
      return isVertebral(record.site) ? record.clinical : 'no';
    case 'fall-risk':
      return fallRisk(record);
    case 'medicine-recommended':
      return decided(record, ['medicine']);
    case 'medicine-or-referral':
      return decided(record, ['medicine', 'referred']);
    case 'exercise-advised':
      return exerciseAdvised(record);
    case 'scan-wanted':
      return record.scans.length === 0 ? 'not-recorded' : 'yes';
    case 'lifestyle-asked':
      return record.lifestyleAsked;
    case 'operation-as-advised':
      return record.hip?.operationAsAdvised ?? 'not-recorded';
    case 'no-delirium':
      return record.hip?.noDelirium ?? 'not-recorded';
    case 'home-at-120-days':
      return record.hip?.homeAt120Days ?? 'not-recorded';
    case 'medicine-at-120-days':
      return record.hip?.medicineAt120Days ?? 'not-recorded';
    default:
      return unreachable(fact);
  }
}

function answer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

/** A decision put off decides nothing. */
function decided({ decisions }: CareRecord, wanted: readonly DecisionOutcome[]): Answer {
  const last = decisions
    .filter(({ outcome }) => outcome !== 'postponed')
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .at(-1);
  return last === undefined ? 'not-recorded' : answer(wanted.includes(last.outcome));
}

function fallRisk({ falls }: CareRecord): Answer {
  const classes = falls.flatMap(({ riskClass }) => (riskClass === null ? [] : [riskClass]));
  if (classes.some((one) => one !== 'low')) return 'yes';
  return classes.length === 0 ? 'not-recorded' : 'no';
}

function exerciseAdvised({ falls }: CareRecord): Answer {
  const looked = falls.filter(({ outcome }) => outcome !== 'not-done');
  if (looked.some(({ outcome, riskClass }) => outcome === 'referred' || (riskClass ?? 'low') !== 'low'))
    return 'yes';
  return looked.some(({ riskClass }) => riskClass !== null) ? 'no' : 'not-recorded';
}
