// Notes, tasks and who did what, under the case.

import type { CasePage } from '@breekpunt/server';
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { clockTime, dayInWords, moment } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { TaskLine } from '../tasks/task-line.tsx';
import { type Say, useSay, type WordKey } from '../words/use-words.tsx';

interface CaseFoldersProps {
  readonly page: CasePage;
  readonly doing: 'note' | 'task' | null;
  done(): void;
}

export function CaseFolders({ page, doing, done }: CaseFoldersProps): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  return (
    <div className="folders">
      <section className="panel stack" aria-label={say('notes.title')}>
        <h2>{say('notes.title')}</h2>
        <NoteForm caseId={page.row.id} wanted={doing === 'note'} done={done} />
      </section>
      <section className="panel stack" aria-label={say('place.tasks')}>
        <h2>{say('place.tasks')}</h2>
        {page.tasks.length === 0 && <p className="muted">{say('tasks.noneHere')}</p>}
        <ul className="plain-list">
          {page.tasks.map((task) => (
            <TaskLine key={task.id} task={task} withPatient={false} />
          ))}
        </ul>
        <TaskForm caseId={page.row.id} wanted={doing === 'task'} done={done} />
      </section>
      <section className="panel stack" aria-label={say('deeds.title')}>
        <h2>{say('deeds.title')}</h2>
        {page.deeds.length === 0 && <p className="muted">{say('deeds.none')}</p>}
        <ol className="plain-list deeds">
          {page.deeds.map((deed) => (
            <li key={`${String(deed.at)} ${deed.kind} ${deed.what}`} data-undone={deed.undone || undefined}>
              <span className="small muted">
                {moment(deed.at, today, site.timeZone, say)} · {deed.by}
              </span>
              <br />
              {deed.text === null ? deedWords(deed, say) : <q>{deed.text}</q>}
              {deed.undone && <span className="muted"> ({say('deeds.undone')})</span>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function deedWords({ what, reason, before, after }: CasePage['deeds'][number], say: Say): string {
  switch (what) {
    case 'assigned':
      return after === null ? say('deeds.unassigned') : say('deeds.assigned', { to: after });
    case 'moved':
      return say('deeds.moved', { to: say(`list.${after}` as WordKey) });
    case 'due':
      return say('deeds.due', { day: dayInWords(after, say), before: dayInWords(before, say) });
    default: {
      const words = say.of('deeds', what ?? '');
      if (reason === null) return words;
      const why = say.of('reject', reason);
      return `${words}: ${why === reason ? say.of('notUseful', reason) : why}`;
    }
  }
}

function NoteForm({
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
  const [text, setText] = useState('');
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

const kinds = ['call', 'dxa', 'lab', 'letter', 'appointment', 'other'] as const;

function TaskForm({
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
      {save.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(save.error, say)}
        </p>
      )}
    </form>
  );
}
