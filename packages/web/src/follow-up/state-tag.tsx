// How pressing a contact or a dose is: a word and a shape first, a colour last.

import type { ReactElement } from 'react';

export type TagLevel = 'late' | 'week' | 'usual' | 'none';

export function StateTag({
  level,
  words,
}: {
  readonly level: TagLevel;
  readonly words: string;
}): ReactElement {
  return (
    <span className={`tag-level level-${level}`}>
      {(level === 'late' || level === 'week') && (
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          {level === 'late' ? (
            <path
              d="M8 1.5 15 14.5H1Z M8 6v4 M8 11.6v1.2"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinejoin="round"
            />
          ) : (
            <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          )}
        </svg>
      )}
      {words}
    </span>
  );
}
