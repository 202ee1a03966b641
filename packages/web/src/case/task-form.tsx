// A task about a case: what, by when, whose.

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { NotSaved } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';

const kinds = ['call', 'dxa', 'lab', 'letter', 'appointment', 'other'] as const;

export function TaskForm({
  caseId,
  wanted,
  done,
}: {
  readonly caseId: number;
  readonly wanted: boolean;
  done(): void;
}): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  const save = useMutation({
    mutationFn: (fields: FormData) =>
      request('POST', `/api/cases/${caseId}/tasks`, {
        kind: fields.get('kind'),
        title: fields.get('title'),
        dueOn: fields.get('dueOn') === '' ? null : fields.get('dueOn'),
        owner: fields.get('mine') === 'on' ? user.id : null,
      }),
    onSuccess: async () => {
      form.current?.reset();
      done();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <form
      ref={form}
      className="task-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(new FormData(event.currentTarget));
      }}
    >
      <NativeSelect
        name="kind"
        label={say('tasks.kind')}
        size="sm"
        data={kinds.map((kind) => ({ value: kind, label: say(`task.${kind}`) }))}
      />
      <TextInput ref={field} name="title" label={say('tasks.what')} size="sm" required maxLength={200} />
      <TextInput name="dueOn" type="date" label={say('tasks.due')} size="sm" />
      <Checkbox name="mine" label={say('tasks.mine')} size="sm" />
      <Button type="submit">{say('tasks.add')}</Button>
      <NotSaved error={save.error} />
    </form>
  );
}
