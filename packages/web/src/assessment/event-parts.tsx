// What became of a step of care, with its day or its reason.

import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function EventParts({
  field,
  draft,
  label,
  change,
  outcomes,
}: PartsProps & {
  readonly outcomes: readonly { readonly outcome: string; readonly needs: string }[];
}): ReactElement {
  const own = useAssessmentWords();
  const outcome = draft['outcome'] as string | undefined;
  const needs = outcomes.find((each) => each.outcome === outcome)?.needs;
  return (
    <>
      <ChoicePart
        of={label}
        label={own('part.outcome')}
        value={outcome}
        change={(given) => change({ ...draft, outcome: given })}
        choices={outcomes.map((each) => [each.outcome, own.of(`event.${field.field}`, each.outcome)])}
      />
      {needs === 'day' && (
        <DayPart
          of={label}
          value={(draft['on'] as string | null | undefined) ?? undefined}
          change={(on) => change({ ...draft, on })}
        />
      )}
      {needs === 'reason' && (
        <TextInput
          size="sm"
          label={own('part.reason')}
          aria-label={`${label}: ${own('part.reason')}`}
          maxLength={500}
          value={(draft['reason'] as string | null | undefined) ?? ''}
          onChange={({ currentTarget: { value } }) => change({ ...draft, reason: value })}
        />
      )}
    </>
  );
}
