// Where somebody arrives who opened this app from another system for a patient who has no case here: it is said, and nothing
// is shown of anybody.

import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useConnectionWords } from './use-connection-words.ts';

export default function Launched(): ReactElement {
  const words = useConnectionWords();
  return (
    <div className="stack">
      <h1>{words('launched.title')}</h1>
      <p>{words('launched.about')}</p>
      <p>
        <Link href="/worklist">{words('launched.worklist')}</Link>
      </p>
    </div>
  );
}
