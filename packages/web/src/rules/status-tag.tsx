// Whether an entry was checked against the original text. A draft has a dashed edge and its own word, never a colour alone.

import type { ReactElement } from 'react';
import { useRulesWords } from './use-rules-words.ts';

export function StatusTag({ status }: { readonly status: 'draft' | 'confirmed' }): ReactElement {
  const say = useRulesWords();
  return (
    <span className="status-tag" data-status={status}>
      {say(`status.${status}`)}
    </span>
  );
}
