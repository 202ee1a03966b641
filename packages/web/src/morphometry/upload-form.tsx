// Brings an image into the case. Decision: kind and day are asked and never guessed, and the file itself decides what it
// is; when it says it is of somebody else, it is refused.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useRef } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { type MorphometrySay, useMorphometryWords } from './use-morphometry-words.ts';

interface UploadFormProps {
  readonly caseId: number;
  added(image: number): void;
}

export function UploadForm({ caseId, added }: UploadFormProps): ReactElement {
  const appSay = useSay();
  const say = useMorphometryWords();
  const { today } = useSession();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const field = useId();
  const send = useMutation({
    mutationFn: (fields: FormData) => {
      const query = new URLSearchParams({
        imaging: String(fields.get('imaging')),
        takenOn: String(fields.get('takenOn')),
      });
      return request<{ id: number }>(
        'POST',
        `/api/cases/${caseId}/spine-images?${query}`,
        fields.get('file') as File,
      );
    },
    onSuccess: async ({ id }) => {
      form.current?.reset();
      await client.invalidateQueries({ queryKey: ['spine-images', caseId] });
      added(id);
    },
  });
  return (
    <section className="panel stack" aria-label={say('upload')}>
      <h2>{say('upload')}</h2>
      <form
        ref={form}
        className="upload-image"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(new FormData(event.currentTarget));
        }}
      >
        <div className="file-field">
          <label htmlFor={field}>{say('upload.file')}</label>
          <input
            id={field}
            name="file"
            type="file"
            accept=".png,.jpg,.jpeg,.dcm,image/png,image/jpeg,application/dicom"
            required
          />
        </div>
        <NativeSelect
          name="imaging"
          label={say('upload.imaging')}
          size="sm"
          required
          defaultValue=""
          data={[
            { value: '', label: say('upload.choose') },
            ...(['vfa', 'xray', 'ct', 'mri'] as const).map((value) => ({
              value,
              label: say(`imaging.${value}`),
            })),
          ]}
        />
        <TextInput name="takenOn" type="date" label={say('upload.takenOn')} size="sm" max={today} required />
        <Button type="submit">{say('upload.send')}</Button>
      </form>
      <p className="muted small">{say('upload.note')}</p>
      {send.isPending && <p role="status">{appSay('saving')}</p>}
      {send.isError && (
        <p className="error-text" role="alert">
          {whyRefused(send.error, say) ?? failureInWords(send.error, appSay)}
        </p>
      )}
    </section>
  );
}

/** The server's reason in this screen's words; null when it has none of its own. */
function whyRefused(error: unknown, say: MorphometrySay): string | null {
  const { why } = refusalFrom(error).more;
  if (typeof why !== 'string') return null;
  const words = say.of('refused', why);
  return words === why ? null : words;
}
