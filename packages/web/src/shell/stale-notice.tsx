// Above the page: the line to the server is down, or something could not be read anew. What stands there may be old, and
// stays; trying again loses nothing that is being typed.

import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Line } from '../api/use-events.ts';
import { readAgain, useNotRenewed } from '../api/use-not-renewed.ts';
import { useSay } from '../words/use-words.tsx';
import { failureInWords } from './failure.tsx';

export function StaleNotice({ line }: { readonly line: Line }): ReactElement | null {
  const say = useSay();
  const client = useQueryClient();
  const problem = useNotRenewed();
  if (line.state === 'open' && problem === null) return null;
  return (
    <p className="feed-down" role="alert">
      {line.state === 'down' ? say('feed.down') : `${failureInWords(problem, say)} ${say('feed.old')}`}{' '}
      <Button
        onClick={() => {
          line.again();
          void readAgain(client);
        }}
      >
        {say('retry')}
      </Button>
    </p>
  );
}
