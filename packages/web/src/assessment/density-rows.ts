// The rows of what the bone densitometries amount to, in words. Decision: a change is only called one when it is beyond the
// least significant change; otherwise the row says why two examinations cannot be compared, or what lacks.

import type { AssessmentPage } from '@breekpunt/server';
import { densityChangeInWords } from '../density-change/density-change-in-words.ts';
import type { DensitySay } from '../density-change/use-density-words.ts';
import { dayInWords } from '../format/dates.ts';
import type { Say } from '../words/use-words.tsx';
import { numberInWords } from './answer-in-words.ts';
import type { DerivedRow } from './derived-rows.ts';
import type { AssessmentSay } from './use-assessment-words.ts';

type Density = AssessmentPage['derived']['density'];

export function densityRows(
  density: Density,
  own: AssessmentSay,
  changes: DensitySay,
  say: Say,
): readonly DerivedRow[] {
  return [
    classRow(density, own),
    ...(density.recomputed === null ? [] : [recomputedRow(density.recomputed, own)]),
    ...(density.standardised.length === 0 ? [] : [standardisedRow(density.standardised, own)]),
    ...density.changes.map(({ site, since, change }) => ({
      name: own('density.change', { site: own.of('dxaSite', site), day: dayInWords(since, say) }),
      value: densityChangeInWords(change, changes, say),
      rules: change.reasons,
    })),
    ...(density.right === null ? [] : [rightRow(density.right, own, say)]),
  ];
}

function classRow({ class: found }: Density, own: AssessmentSay): DerivedRow {
  const name = own('density.class');
  if (found === null) return { name, value: null, rules: [] };
  const { outcome, asFarAsKnown, lowest, reasons, missing } = found;
  const words =
    outcome === 'cannot-tell'
      ? own('class.cannot-tell') +
        (asFarAsKnown === null
          ? ''
          : ` (${own('density.soFar', { class: own.of('density', asFarAsKnown) })})`)
      : own.of('density', outcome);
  const site =
    lowest?.measurement == null || lowest.score === null
      ? ''
      : `; ${own('density.lowest', {
          site: own.of('dxaSite', lowest.measurement.site),
          score: numberInWords(lowest.score.value, own.language),
          kind: lowest.by === 'tScore' ? 'T' : 'Z',
        })}`;
  const passed = (lowest?.passedOver ?? []).map(({ site: over }) => own.of('dxaSite', over));
  return {
    name,
    value: `${words}${site}${passed.length === 0 ? '' : `; ${own('density.passedOver', { sites: passed.join(', ') })}`}`,
    rules: [
      ...new Set([
        ...reasons,
        ...(lowest?.reasons ?? []),
        ...(lowest?.passedOver ?? []).map((p) => p.reason),
      ]),
    ],
    asks: missing.map((each) => own.of('densityAsks', each)),
  };
}

function recomputedRow(
  { value, disagrees, stated, reasons }: NonNullable<Density['recomputed']>,
  own: AssessmentSay,
): DerivedRow {
  const rounded = numberInWords(Math.round(value * 10) / 10, own.language);
  return {
    name: own('density.recomputed'),
    value:
      stated === null
        ? rounded
        : own(disagrees === 'yes' ? 'density.disagrees' : 'density.agrees', {
            value: rounded,
            stated: numberInWords(stated, own.language),
          }),
    rules: reasons,
  };
}

function standardisedRow(found: Density['standardised'], own: AssessmentSay): DerivedRow {
  const [first] = found;
  return {
    name: own('density.standardised'),
    value: own('density.standardised.value', {
      values: found
        .map(({ site, value }) => `${own.of('dxaSite', site)} ${Math.round(value)} mg/cm²`)
        .join(', '),
      least: numberInWords(first?.error[0] ?? 0, own.language),
      most: numberInWords(first?.error[1] ?? 0, own.language),
    }),
    rules: first?.reasons ?? [],
  };
}

function rightRow(
  { outcome, reasons, missing, from }: NonNullable<Density['right']>,
  own: AssessmentSay,
  say: Say,
): DerivedRow {
  return {
    name: own('density.right'),
    value:
      from !== null
        ? own('density.right.from', { day: dayInWords(from, say) })
        : outcome === 'cannot-tell' && reasons.includes('DX25')
          ? own('density.right.unless')
          : own(`density.right.${outcome}`),
    rules: reasons,
    asks: missing.map((each) => own.of('densityAsks', each)),
  };
}
