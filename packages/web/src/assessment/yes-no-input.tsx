// Yes, no, not known: three radios, none chosen until somebody answered.

import type { ReactElement } from 'react';
import type { InputProps } from './answer-field.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

export function YesNoInput({ field, answer, prefix, describedBy, save }: InputProps): ReactElement {
  const own = useAssessmentWords();
  const name = `${prefix}-${field.field}-answer`;
  // "Not known" is chosen only by whoever asked: an empty record has no answer at all.
  const unknown = answer === null && field.version > 0;
  const choices = [
    ['yes', true, answer === true],
    ['no', 'no', answer === 'no'],
    ['unknown', null, unknown],
  ] as const;
  return (
    <fieldset className="plain-set yes-no" aria-describedby={describedBy}>
      <legend>{own(`field.${field.field}` as 'field.smokes')}</legend>
      <div className="line">
        {choices.map(([word, given, chosen]) => (
          <label key={word} className="radio">
            <input type="radio" name={name} checked={chosen} onChange={() => save(given)} />
            {own(word)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
