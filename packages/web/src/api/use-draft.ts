// What is being written and was not saved yet, kept while the app is open: whoever looks something up on another page finds
// it again. Decision: in memory only, never on the device, because it is text about a patient; it goes with the sign-out.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** Like useState for a text; `name` says of what, "note 12". */
export function useDraft(name: string): readonly [text: string, write: (text: string) => void] {
  const client = useQueryClient();
  const queryKey = ['draft', name];
  const [text, setText] = useState(() => client.getQueryData<string>(queryKey) ?? '');
  return [
    text,
    (next) => {
      client.setQueryData(queryKey, next);
      setText(next);
    },
  ];
}
