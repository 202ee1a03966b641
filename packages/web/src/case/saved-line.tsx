// The line at the foot that says what was saved last and lets it be taken back; everything that was not saved stays here
// until it is.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useSay } from '../words/use-words.tsx';
import { deedInWords } from './deed-in-words.ts';
import { type Deed, useDeeds } from './deeds.tsx';

export function SavedLine(): ReactElement {
  const say = useSay();
  const deeds = useDeeds();
  useKeys({ u: () => deeds.undo(), 'Ctrl+z': () => deeds.undo() });
  const [newest, ...others] = deeds.list;
  const failed = others.filter(({ state }) => state === 'failed');
  const shown = newest === undefined ? failed : [newest, ...failed];
  return (
    <div className="saved-line noprint" role="status" aria-label={say('save.title')}>
      {shown.map((deed) => (
        <SavedDeed key={deed.caseId} deed={deed} />
      ))}
    </div>
  );
}

function SavedDeed({ deed }: { readonly deed: Deed }): ReactElement {
  const say = useSay();
  const { undo, retry, dismiss } = useDeeds();
  const { site } = useSession();
  const isConflict = deed.refusal?.code === 'changed-meanwhile' || deed.refusal?.code === 'refused';
  return (
    <p className={deed.state === 'failed' || deed.refusal !== null ? 'line not-saved' : 'line'}>
      <span>
        <Link href={`/cases/${deed.caseId}`}>{deed.name}</Link>: {deedInWords(deed, site.timeZone, say)}
      </span>
      {deed.state === 'saved' && deed.refusal === null && (
        <Button size="xs" onClick={() => undo(deed.caseId)}>
          {say('undo')} <kbd>u</kbd>
        </Button>
      )}
      {deed.state === 'failed' && !isConflict && (
        <Button size="xs" onClick={() => retry(deed.caseId)}>
          {say('retry')}
        </Button>
      )}
      {deed.refusal !== null && (
        <Button size="xs" onClick={() => dismiss(deed.caseId)}>
          {isConflict ? say('conflict.show') : say('dismiss')}
        </Button>
      )}
    </p>
  );
}
