// Whether an advice for at home fits somebody. Decision: one answer that asks for it is enough; without one, and with a
// question still open, nobody knows. It runs on the server and on the telephone, so it imports nothing that runs.

import type { Answer } from '@breekpunt/core';

/** `because`: by question the answer that asks for the advice; empty when it holds for everybody. */
export function fitsHome(
  because: Readonly<Record<string, 'yes' | 'no'>>,
  answers: Readonly<Record<string, Answer>>,
): Answer {
  const asked = Object.keys(because);
  if (asked.length === 0) return 'yes';
  if (asked.some((question) => answers[question] === because[question])) return 'yes';
  const open = asked.some((question) => (answers[question] ?? 'not-recorded') === 'not-recorded');
  return open ? 'not-recorded' : 'no';
}
