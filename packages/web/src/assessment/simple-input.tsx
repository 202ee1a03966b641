// A number, a day, one of a list, or some of a list. Decision: a number is saved on leaving the field and a choice at once;
// "no" and taking an answer back are buttons beside it, never an empty field that might mean either.

import type { FieldAnswer } from '@breekpunt/server';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import type { InputProps } from './answer-field.tsx';
import { noneInWords, numberInWords, unitInWords } from './answer-in-words.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

export function SimpleInput(props: InputProps): ReactElement {
  const { kind } = props.field;
  switch (kind.kind) {
    case 'number':
      return <NumberInput {...props} />;
    case 'day':
      return <DayInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} choices={kind.choices} />;
    case 'choices':
      return <ChoicesInput {...props} choices={kind.choices} />;
    default:
      return <p>{props.field.field}</p>;
  }
}

function labelOf(field: InputProps['field'], own: ReturnType<typeof useAssessmentWords>): string {
  return own(`field.${field.field}` as 'field.smokes');
}

/** "2,5" and "2.5" and "−2,5"; null when it is no number. */
export function numberFrom(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function NumberInput({ field, answer, prefix, describedBy, save }: InputProps): ReactElement {
  const own = useAssessmentWords();
  const known = typeof answer === 'number' ? numberInWords(answer, own.language) : '';
  const [typed, setTyped] = useState(known);
  useEffect(() => setTyped(known), [known]);
  const { range } = field;
  const commit = (): void => {
    if (typed.trim() === '' || typed === known) return;
    const value = numberFrom(typed);
    // What is no number goes to the server too, which says what was expected.
    save(value ?? (typed as FieldAnswer));
  };
  return (
    <NoOr field={field} answer={answer} save={save}>
      <TextInput
        id={`${prefix}-${field.field}-input`}
        label={labelOf(field, own)}
        inputMode="decimal"
        value={typed}
        className="short-input"
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy, 'aria-invalid': true })}
        rightSection={<span className="muted small">{unitInWords(field, own)}</span>}
        rightSectionWidth={Math.max(48, 16 + 8 * unitInWords(field, own).length)}
        title={
          range === null
            ? undefined
            : own('range', {
                least: numberInWords(range.least, own.language),
                most: numberInWords(range.most, own.language),
                unit: unitInWords(field, own),
              })
        }
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />
    </NoOr>
  );
}

function DayInput({ field, answer, prefix, describedBy, save }: InputProps): ReactElement {
  const own = useAssessmentWords();
  const known = typeof answer === 'string' && answer !== 'no' ? answer : '';
  const [typed, setTyped] = useState(known);
  useEffect(() => setTyped(known), [known]);
  return (
    <NoOr field={field} answer={answer} save={save}>
      <TextInput
        id={`${prefix}-${field.field}-input`}
        type="date"
        label={labelOf(field, own)}
        value={typed}
        className="short-input"
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onBlur={() => {
          if (typed !== '' && typed !== known) save(typed);
        }}
      />
    </NoOr>
  );
}

function ChoiceInput({
  field,
  answer,
  prefix,
  save,
  choices,
}: InputProps & { readonly choices: readonly string[] }): ReactElement {
  const own = useAssessmentWords();
  return (
    <NativeSelect
      id={`${prefix}-${field.field}-input`}
      label={labelOf(field, own)}
      className="short-input"
      value={typeof answer === 'string' ? answer : ''}
      onChange={({ currentTarget: { value } }) => save(value === '' ? null : value)}
      data={[
        { value: '', label: answer === null && field.version > 0 ? own('unknown') : own('choose') },
        ...choices.map((value) => ({ value, label: own.of(`choice.${field.field}`, value) })),
      ]}
    />
  );
}

function ChoicesInput({
  field,
  answer,
  save,
  choices,
  describedBy,
}: InputProps & { readonly choices: readonly string[] }): ReactElement {
  const own = useAssessmentWords();
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    save(next.length === 0 ? null : choices.filter((each) => next.includes(each)));
  };
  return (
    <fieldset className="plain-set" aria-describedby={describedBy}>
      <legend>{labelOf(field, own)}</legend>
      <div className="line">
        <Checkbox
          size="sm"
          label={noneInWords(field, own)}
          checked={answer === 'no'}
          onChange={({ currentTarget: { checked } }) => save(checked ? 'no' : null)}
        />
        {choices.map((value) => (
          <Checkbox
            key={value}
            size="sm"
            label={own.of(`choice.${field.field}`, value)}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The field with "no" and "clear" beside it. */
export function NoOr({
  field,
  answer,
  save,
  children,
}: Pick<InputProps, 'field' | 'answer' | 'save'> & { readonly children: ReactNode }): ReactElement {
  const own = useAssessmentWords();
  const of = labelOf(field, own);
  return (
    <div className="line no-or">
      {children}
      {!field.withoutNo && (
        <Button
          size="compact-md"
          variant={answer === 'no' ? 'filled' : 'default'}
          aria-pressed={answer === 'no'}
          aria-label={`${of}: ${noneInWords(field, own)}`}
          onClick={() => save(answer === 'no' ? null : 'no')}
        >
          {noneInWords(field, own)}
        </Button>
      )}
      {answer !== null && (
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`${own('clear')}: ${of}`}
          onClick={() => save(null)}
        >
          {own('clear')}
        </Button>
      )}
    </div>
  );
}
