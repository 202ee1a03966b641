// The numbers of densitometry that hold for a hospital: of its country, or the positions of ISCD where a set has none of its own.

import type { CalendarDate } from '@breekpunt/core';
import { type DxaRules, dxaRulesOn } from '@breekpunt/investigate';
import type { Knowledge } from '@breekpunt/knowledge';
import { inForce } from '../assessment/in-force.ts';

export function densityRules(knowledge: Knowledge, set: 'BE' | 'NL' | 'NICE', on: CalendarDate): DxaRules {
  return inForce(dxaRulesOn(knowledge, set === 'NICE' ? 'ISCD' : set, on));
}
