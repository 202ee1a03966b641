// A laboratory result, a FRAX value made elsewhere, a course of glucocorticoids.

import type { ReactElement } from 'react';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart, NumberPart, TextPart, YesNoPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function NumberParts({ field, draft, label, change }: PartsProps): ReactElement | null {
  const own = useAssessmentWords();
  const number = (
    name: 'value' | 'major' | 'hip' | 'mgPerDay' | 'months',
    words: 'part.value' | 'part.major' | 'part.hipRisk' | 'part.mgPerDay' | 'part.months',
  ): ReactElement => (
    <NumberPart
      of={label}
      label={own(words)}
      value={draft[name] as number | undefined}
      change={(given) => change({ ...draft, [name]: given })}
    />
  );
  const yesNo = (
    name: string,
    words: 'part.withBoneDensity' | 'part.glucocorticoidsTicked' | 'part.doseAdjusted',
  ): ReactElement => (
    <YesNoPart
      of={label}
      label={own(words)}
      value={draft[name] as boolean | undefined}
      change={(given) => change({ ...draft, [name]: given })}
    />
  );
  const day = (
    <DayPart of={label} value={draft['on'] as string | undefined} change={(on) => change({ ...draft, on })} />
  );
  switch (field.kind.kind) {
    case 'lab':
      return (
        <>
          {number('value', 'part.value')}
          <ChoicePart
            of={label}
            label={own('part.unit')}
            value={draft['unit'] as string | undefined}
            change={(unit) => change({ ...draft, unit })}
            choices={unitsOf(field.units, draft['unit'])}
          />
          {day}
        </>
      );
    case 'frax':
      return (
        <>
          {number('major', 'part.major')}
          {number('hip', 'part.hipRisk')}
          {yesNo('withBoneDensity', 'part.withBoneDensity')}
          {day}
          <TextPart
            of={label}
            label={own('part.country')}
            value={draft['country'] as string | undefined}
            change={(country) => change({ ...draft, country })}
          />
          {yesNo('glucocorticoids', 'part.glucocorticoidsTicked')}
          {yesNo('doseAdjusted', 'part.doseAdjusted')}
        </>
      );
    case 'glucocorticoid':
      return (
        <>
          {number('mgPerDay', 'part.mgPerDay')}
          {number('months', 'part.months')}
        </>
      );
    default:
      return null;
  }
}

/** Those the laboratory rules know, and the one it came in. */
function unitsOf(known: readonly string[], came: unknown): readonly (readonly [string, string])[] {
  const all = typeof came === 'string' && !known.includes(came) ? [...known, came] : known;
  return all.map((unit) => [unit, unit]);
}
