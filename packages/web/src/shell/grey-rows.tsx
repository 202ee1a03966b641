// What stands where rows will come: nothing for a moment, then still grey rows. Never zeros.

import { type ReactElement, useEffect, useState } from 'react';
import { useSay } from '../words/use-words.tsx';

const waitMs = 300;

export function GreyRows({ rows }: { readonly rows: number }): ReactElement | null {
  const say = useSay();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), waitMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="grey-rows" role="status">
      <span className="hidden-words">{say('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move
        <span key={row} aria-hidden="true" />
      ))}
    </div>
  );
}
