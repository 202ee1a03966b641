// The file: chosen from the disk, or dropped on the page.

import { Button } from '@mantine/core';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { useSay } from '../words/use-words.tsx';

interface ChooseFileProps {
  readonly file: File | null;
  /** Endings that the browser offers; of tables of reports when absent. */
  readonly accept?: string;
  /** What is taken, in words. */
  readonly kinds?: string;
  choose(file: File): void;
}

export function ChooseFile({
  file,
  accept = '.csv,.tsv,.txt,.xlsx,.ndjson',
  kinds,
  choose,
}: ChooseFileProps): ReactElement {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [first] = event.dataTransfer.files;
    if (first !== undefined) choose(first);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className="drop-place"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        ref={field}
        className="hidden-words"
        type="file"
        tabIndex={-1}
        aria-label={say('upload.file')}
        accept={accept}
        onChange={(event) => {
          const [first] = event.currentTarget.files ?? [];
          if (first !== undefined) choose(first);
          event.currentTarget.value = '';
        }}
      />
      <p className="line">
        <Button variant={file === null ? 'filled' : 'default'} onClick={() => field.current?.click()}>
          {file === null ? say('upload.choose') : say('upload.chooseOther')}
        </Button>
        {file === null ? <span>{say('upload.orDrop')}</span> : <strong>{file.name}</strong>}
      </p>
      <p className="muted small">{kinds ?? say('upload.kinds')}</p>
    </div>
  );
}
