// A note about a case. What is being written waits when its writer looks at another page.

import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { request } from '../api/request.ts';
import { useDraft } from '../api/use-draft.ts';
import { useSession } from '../api/use-session.tsx';
import { clockTime } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

export function NoteForm({
  caseId,
  wanted,
  done,
}: {
  readonly caseId: number;
  readonly wanted: boolean;
  done(): void;
}): ReactElement {
  const say = useSay();
  const { site } = useSession();
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(`note ${caseId}`);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  const save = useMutation({
    mutationFn: () => request<{ at: string }>('POST', `/api/cases/${caseId}/notes`, { body: text.trim() }),
    onSuccess: async () => {
      setText('');
      done();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') save.mutate();
      }}
    >
      <Textarea
        ref={field}
        label={say('notes.new')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        rows={3}
        maxLength={5_000}
      />
      <p className="line">
        <Button type="submit">{say('notes.save')}</Button>
        <span role="status" className="muted">
          {save.isPending && say('saving')}
          {save.isSuccess &&
            text === '' &&
            say('saved', { at: clockTime(save.data.at, site.timeZone, say.language) })}
        </span>
      </p>
      {save.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(save.error, say)} {say('textKept')}
        </p>
      )}
    </form>
  );
}
