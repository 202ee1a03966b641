// What was measured on an image of a hip, as the classifications read it: Pauwels by both editions, the group of a
// trochanteric fracture, the arcs of a necrosis, and how often such a necrosis collapsed. Decision: beside the tables and
// never in them; a measure outside its range says nothing.

import {
  type JicCollapse,
  type JicType,
  jicCollapse,
  type KerboulAnswer,
  kerboul,
  type PauwelsAnswer,
  pauwels,
  type TrochantericGroupAnswer,
  trochantericGroup,
} from '@breekpunt/investigate';
import { valueOr } from '../decision/bone-patient-of.ts';
import type { Deciding } from '../decision/decisions-of.ts';
import type { Answers } from './shown-answers.ts';

type Measured<T> = Extract<T, { readonly outcome: 'value' }>;

export interface HipMeasures {
  /** By the edition of 1935 and by AO/OTA of 2018: they part at 50 and 70 degrees. */
  readonly pauwels: readonly Measured<PauwelsAnswer>[];
  readonly trochanteric: Measured<TrochantericGroupAnswer> | null;
  readonly kerboul: Measured<KerboulAnswer> | null;
  readonly collapse: JicCollapse | null;
}

export function hipMeasures(answers: Answers, { rules: { knowledge } }: Deciding): HipMeasures {
  const angle = valueOr<number>(answers, 'pauwels-angle');
  const wall = trochantericGroup(knowledge, valueOr<number>(answers, 'lateral-wall'));
  const image = valueOr<'radiograph' | 'mri'>(answers, 'kerboul-image');
  const arcs =
    image === 'not-recorded'
      ? null
      : kerboul(
          knowledge,
          {
            frontalAngle: valueOr<number>(answers, 'kerboul-frontal'),
            lateralAngle: valueOr<number>(answers, 'kerboul-lateral'),
          },
          image,
        );
  const type = valueOr<JicType>(answers, 'jic-type');
  return {
    pauwels: (['pauwels1935', 'aoota2018'] as const).flatMap((edition) => {
      const found = pauwels(knowledge, angle, edition);
      return found.ok && found.value.outcome === 'value' ? [found.value] : [];
    }),
    trochanteric: wall.ok && wall.value.outcome === 'value' ? wall.value : null,
    kerboul: arcs?.ok === true && arcs.value.outcome === 'value' ? arcs.value : null,
    collapse: type === 'not-recorded' ? null : jicCollapse(knowledge, type),
  };
}
