// A laboratory result, a FRAX value made elsewhere, a course of glucocorticoids.

import type { ReactElement } from 'react';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart, NumberPart, YesNoPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function NumberParts({ field, draft, label, change }: PartsProps): ReactElement | null {
  const own = useAssessmentWords();
  const number = (name: 'value' | 'major' | 'mgPerDay' | 'months'): ReactElement => (
    <NumberPart
      of={label}
      label={own(`part.${name}`)}
      value={draft[name] as number | undefined}
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
          {number('value')}
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
          {number('major')}
          <YesNoPart
            of={label}
            label={own('part.withBoneDensity')}
            value={draft['withBoneDensity'] as boolean | undefined}
            change={(withBoneDensity) => change({ ...draft, withBoneDensity })}
          />
          {day}
        </>
      );
    case 'glucocorticoid':
      return (
        <>
          {number('mgPerDay')}
          {number('months')}
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
