// Mine, or everybody's: the choice above a list of work.

import type { ReactElement } from 'react';
import { useSay } from '../words/use-words.tsx';

export type Whose = 'me' | 'all';

export function WhoseChips({
  whose,
  choose,
  words,
}: {
  readonly whose: Whose;
  choose(whose: Whose): void;
  readonly words: Readonly<Record<Whose, string>>;
}): ReactElement {
  const say = useSay();
  return (
    <fieldset className="plain-set line">
      <legend className="hidden-words">{say('filter.title')}</legend>
      {(['me', 'all'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={whose === each}
          onClick={() => choose(each)}
        >
          {words[each]}
        </button>
      ))}
    </fieldset>
  );
}
