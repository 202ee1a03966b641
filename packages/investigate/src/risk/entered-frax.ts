// A FRAX value that somebody obtained elsewhere, kept with how it was made, and its adjustment for the dose of
// glucocorticoids. Decision: FRAX is never computed or approximated here (its coefficients are not public); the
// adjusted figures stand beside the entered ones and never replace them.

import { type Answer, type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import { liesIn, modelNumber, modelOf, modelReadings } from '@breekpunt/knowledge';
import { checkInputs } from './check-inputs.ts';
import {
  type CannotTell,
  type MissingInput,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from './model-answer.ts';

export interface EnteredFrax {
  /** Percent in ten years, major osteoporotic fracture. */
  readonly majorPercent: number;
  /** Percent in ten years. */
  readonly hipPercent: number;
  /** The country model that was chosen, as the tool names it. */
  readonly countryModel: string;
  readonly withBoneDensity: Answer;
  readonly obtainedOn: CalendarDate;
  /** Whether "glucocorticoids: yes" was among the inputs. */
  readonly glucocorticoidsTicked: Answer;
  /** Whether the figures already contain an adjustment for the dose (FRAXplus). */
  readonly doseAdjusted: Answer;
}

export type AdjustedFrax =
  | {
      readonly outcome: 'value';
      readonly majorPercent: number;
      readonly hipPercent: number;
      readonly dose: 'low' | 'medium' | 'high';
      readonly model: ModelStamp;
    }
  | CannotTell;

export type NotAdjustable =
  | OutsideRange
  /** The multipliers belong to a value made with glucocorticoids and not adjusted before. */
  | { readonly kind: 'not-made-for'; readonly reason: 'glucocorticoids-not-ticked' | 'already-adjusted' }
  /** Multiplied, a risk would exceed 100 %. */
  | { readonly kind: 'above-100-percent'; readonly risk: 'major' | 'hip' };

/** Whether the entered figures are possible at all; the figures themselves are not judged. */
export function checkEnteredFrax(
  knowledge: ModelKnowledge,
  entered: EnteredFrax,
): Result<EnteredFrax, OutsideRange> {
  const model = modelOf(knowledge, 'frax-glucocorticoid');
  const given = { major: entered.majorPercent, hip: entered.hipPercent };
  const checked = checkInputs(model, given, ['major', 'hip']);
  return checked.ok ? success(entered) : checked;
}

/** The entered risks for the dose of prednisolone (or equivalent) in mg a day. */
export function adjustFraxForGlucocorticoids(
  knowledge: ModelKnowledge,
  entered: EnteredFrax,
  doseMgADay: Recorded<number>,
): Result<AdjustedFrax, NotAdjustable> {
  const model = modelOf(knowledge, 'frax-glucocorticoid');
  const given = { major: entered.majorPercent, hip: entered.hipPercent, dose: doseMgADay };
  const checked = checkInputs(model, given);
  if (!checked.ok) return checked;
  if (entered.glucocorticoidsTicked === 'no')
    return failure({ kind: 'not-made-for', reason: 'glucocorticoids-not-ticked' });
  if (entered.doseAdjusted === 'yes') return failure({ kind: 'not-made-for', reason: 'already-adjusted' });
  const missing: MissingInput[] = [...checked.value];
  if (entered.glucocorticoidsTicked === 'not-recorded')
    missing.push({ input: 'glucocorticoids-ticked', meaning: 'Whether FRAX was told of glucocorticoids' });
  if (entered.doseAdjusted === 'not-recorded')
    missing.push({ input: 'dose-adjusted', meaning: 'Whether the figures already allow for the dose' });
  if (missing.length > 0 || doseMgADay === 'not-recorded')
    return success({ outcome: 'cannot-tell', missing, model: stampOf(model) });

  const reading = modelReadings(model, 'dose').find((one) => liesIn(one, doseMgADay));
  if (reading === undefined) throw new Error('The doses of the glucocorticoid adjustment leave a gap');
  const dose = reading.means as 'low' | 'medium' | 'high';
  const majorPercent = entered.majorPercent * modelNumber(model, `major-${dose}`).value;
  const hipPercent = entered.hipPercent * modelNumber(model, `hip-${dose}`).value;
  if (majorPercent > 100) return failure({ kind: 'above-100-percent', risk: 'major' });
  if (hipPercent > 100) return failure({ kind: 'above-100-percent', risk: 'hip' });
  return success({ outcome: 'value', majorPercent, hipPercent, dose, model: stampOf(model) });
}
