// The small fields that a composed answer is made of. Each is named after its question and its own part, so that a screen
// reader never hears a bare "day".

import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { numberInWords } from './answer-in-words.ts';
import { numberFrom } from './simple-input.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

interface PartProps<T> {
  readonly of: string;
  readonly label: string;
  readonly value: T | undefined;
  change(value: T | undefined): void;
}

export function DayPart({ of, value, change }: Omit<PartProps<string>, 'label'>): ReactElement {
  const own = useAssessmentWords();
  return (
    <TextInput
      type="date"
      size="sm"
      label={own('part.day')}
      aria-label={`${of}: ${own('part.day')}`}
      value={value ?? ''}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
}

/**
 * What cannot be read as a number stays as it was typed and is no answer. Only a value that came from elsewhere is written over
 * what was typed: "-2," is no number yet, and must still be there when the 6 follows.
 */
export function NumberPart({ of, label, value, change }: PartProps<number>): ReactElement {
  const { language } = useAssessmentWords();
  const known = value === undefined ? '' : numberInWords(value, language);
  const [typed, setTyped] = useState(known);
  const given = useRef(value);
  useEffect(() => {
    if (value === given.current) return;
    given.current = value;
    setTyped(known);
  }, [known, value]);
  return (
    <TextInput
      size="sm"
      inputMode="decimal"
      className="number-part"
      label={label}
      aria-label={`${of}: ${label}`}
      value={typed}
      onChange={({ currentTarget }) => {
        given.current = numberFrom(currentTarget.value) ?? undefined;
        setTyped(currentTarget.value);
        change(given.current);
      }}
    />
  );
}

/** Some words; an empty place is no answer. */
export function TextPart({ of, label, value, change }: PartProps<string>): ReactElement {
  return (
    <TextInput
      size="sm"
      label={label}
      aria-label={`${of}: ${label}`}
      maxLength={40}
      value={value ?? ''}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
}

export function ChoicePart({
  of,
  label,
  value,
  change,
  choices,
}: PartProps<string> & {
  readonly choices: readonly (readonly [value: string, words: string])[];
}): ReactElement {
  const own = useAssessmentWords();
  return (
    <NativeSelect
      size="sm"
      label={label}
      aria-label={`${of}: ${label}`}
      value={value ?? ''}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
      data={[
        { value: '', label: own('choose') },
        ...choices.map(([each, words]) => ({ value: each, label: words })),
      ]}
    />
  );
}

/** Yes or no; nothing chosen beforehand. */
export function YesNoPart({ of, label, value, change }: PartProps<boolean>): ReactElement {
  const own = useAssessmentWords();
  return (
    <ChoicePart
      of={of}
      label={label}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      change={(given) => change(given === undefined ? undefined : given === 'yes')}
      choices={[
        ['yes', own('yes')],
        ['no', own('no')],
      ]}
    />
  );
}
