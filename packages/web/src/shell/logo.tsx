import type { ReactElement } from 'react';

/** The product's name with its mark: a line that breaks, and turns. */
export function Logo(): ReactElement {
  return (
    <span className="logo">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="var(--accent)" />
        <path
          d="M16 4v8l-4 4 8 2-4 3v7"
          fill="none"
          stroke="var(--bg)"
          strokeWidth="3.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className="logo-word">Breekpunt</span>
    </span>
  );
}
