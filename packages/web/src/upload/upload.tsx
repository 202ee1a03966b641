// A table is taken in, in three steps on one page: the file, which column is what, and what will be read and left out.
// Decision: every change asks the server to read the whole file again without keeping anything, so the numbers before the
// button are those after it.

import type { UploadPreview } from '@breekpunt/server';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useDensitometerWords } from '../densitometers/use-densitometer-words.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnChoices } from './column-choices.tsx';
import { FileShape } from './file-shape.tsx';
import { addressOf, type Shape, type Used } from './reading.ts';
import { TakeIn } from './take-in.tsx';
import { Taken } from './taken.tsx';
import { WhatIsRead } from './what-is-read.tsx';
import './upload.css';

interface Asked {
  readonly file: File;
  readonly said: { readonly used: Used | null; readonly shape: Shape } | null;
}

export default function Upload(): ReactElement {
  const say = useSay();
  const words = useDensitometerWords();
  const [message, setMessage] = useState<number | null>(null);
  const look = useMutation({
    mutationFn: ({ file, said }: Asked) =>
      request<UploadPreview>('POST', addressOf('/api/imports/preview', file.name, said), file),
  });
  const asked = look.variables;
  // What was seen stays on the screen while the next look is under way.
  const [seen, setSeen] = useState<UploadPreview | null>(null);
  const ask = (next: Asked): void => {
    setMessage(null);
    look.mutate(next, { onSuccess: setSeen });
  };
  const start = (file: File): void => {
    setSeen(null);
    ask({ file, said: null });
  };
  return (
    <div className="stack upload">
      <p>
        <Link href="/inbox">{say('upload.back')}</Link>
      </p>
      <h1>{say('upload.title')}</h1>
      <ChooseFile file={asked?.file ?? null} choose={start} />
      {asked === undefined && (
        <p>
          <Link href="/inbox/densities">{words('import.open')}</Link>
        </p>
      )}
      {look.isPending && seen === null && <GreyRows rows={4} />}
      {look.isError && <Failure error={look.error} retry={() => asked !== undefined && ask(asked)} />}
      {asked !== undefined && seen !== null && message === null && (
        <>
          {seen.table !== null && (
            <section className="panel stack" aria-label={say('upload.columns')}>
              <h2>{say('upload.columns')}</h2>
              <p>{seen.remembered ? say('upload.remembered') : say('upload.guessed')}</p>
              <FileShape
                table={seen.table}
                // What was just said stands before its answer is there.
                shape={asked.said?.shape ?? seen.shape}
                change={(shape) => ask({ file: asked.file, said: { used: null, shape } })}
              />
              <ColumnChoices
                table={seen.table}
                used={asked.said?.used ?? seen.used}
                change={(used) =>
                  ask({
                    file: asked.file,
                    said: {
                      used,
                      shape: {
                        headerRow: seen.table?.headerRow ?? true,
                        ...seen.shape,
                        ...asked.said?.shape,
                      },
                    },
                  })
                }
              />
            </section>
          )}
          <WhatIsRead preview={seen} busy={look.isPending} />
          {seen.refusal === null && seen.reports + seen.repeated > 0 && (
            <TakeIn file={asked.file} preview={seen} taken={setMessage} />
          )}
        </>
      )}
      {message !== null && <Taken message={message} />}
    </div>
  );
}
