// Ending a connection: asked once more, with what it means, before it is done.

import { Button } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useConnectionWords } from './use-connection-words.ts';

interface Props {
  readonly means: string;
  readonly end: () => void;
}

export function EndButton({ means, end }: Props): ReactElement {
  const words = useConnectionWords();
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <Button variant="subtle" onClick={() => setAsks(true)}>
        {words('systems.end')}
      </Button>
    );
  return (
    <>
      <span>{means}</span>
      <Button onClick={end}>{words('systems.endNow')}</Button>
      <Button variant="subtle" onClick={() => setAsks(false)}>
        {words('systems.keep')}
      </Button>
    </>
  );
}
