// The button that takes the table in, with whose patient numbers it holds.

import type { UploadPreview } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { addressOf } from './reading.ts';

interface TakeInProps {
  readonly file: File;
  readonly preview: UploadPreview;
  taken(message: number): void;
}

export function TakeIn({ file, preview, taken }: TakeInProps): ReactElement {
  const say = useSay();
  const assigner = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: () => {
      const { table, used, remembered, shape } = preview;
      const said =
        table === null || remembered ? null : { used, shape: { ...shape, headerRow: table.headerRow } };
      const path = addressOf('/api/imports', file.name, said, assigner.current?.value ?? null);
      return request<{ message: number; again: boolean }>('POST', path, file);
    },
    onSuccess: ({ message }) => taken(message),
  });
  return (
    <section className="stack" aria-label={say('upload.take')}>
      <TextInput
        ref={assigner}
        className="assigner"
        label={say('upload.assigner')}
        description={say('upload.assignerHelp')}
        defaultValue={preview.assigner}
        maxLength={200}
        required
      />
      <NotSaved error={take.error} />
      <p>
        <Button variant="filled" aria-busy={take.isPending} onClick={() => take.mutate()}>
          {say.count('upload.takeIn', preview.reports)}
        </Button>
      </p>
    </section>
  );
}
