// A sentence of a report with the words that decided, whole and as written. A cue is told by its underline before its
// colour: double for a fracture, dashed for a denial, dotted for doubt.

import type { WorklistRow } from '@breekpunt/server';
import type { ReactElement } from 'react';
import './cues.css';

type Pieces = NonNullable<WorklistRow['proof']>['pieces'];

export function CuedSentence({ pieces }: { readonly pieces: Pieces }): ReactElement {
  return (
    <q className="cued">
      {pieces.map(({ text, cue }, place) =>
        cue === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never move
          <mark key={place} className={`cue-${cue}`}>
            {text}
          </mark>
        ),
      )}
    </q>
  );
}
