// The reason a row stays out in the words of the interface; the server's own sentence for reasons that are rare.

import type { Say } from '../words/use-words.tsx';

interface Reason {
  readonly code: string;
  readonly field: string | null;
  readonly sentence: string;
}

export function whyLeftOut({ code, field, sentence }: Reason, say: Say): string {
  const words = say.of('leftOut', code);
  if (words === code) return sentence;
  return words.replace('{field}', field === null ? '' : say.of('field', field));
}
