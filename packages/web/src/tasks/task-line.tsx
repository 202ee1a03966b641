// One task: tick it off, or put it back. It is ticked when the server says so.

import type { Task } from '@breekpunt/server';
import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import './tasks.css';

export function TaskLine({
  task,
  withPatient,
}: {
  readonly task: Task;
  readonly withPatient: boolean;
}): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const tick = useMutation({
    mutationFn: (done: boolean) =>
      request('PATCH', `/api/tasks/${task.id}`, { onVersion: task.version, done }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['tasks'] });
      if (task.case !== null) await client.invalidateQueries({ queryKey: ['case', task.case] });
    },
  });
  const done = tick.isPending ? tick.variables : task.doneAt !== null;
  return (
    <li className={withPatient ? 'task-line in-columns' : 'task-line'} data-done={done || undefined}>
      <Checkbox
        checked={done}
        size="sm"
        onChange={({ currentTarget: { checked } }) => tick.mutate(checked)}
        label={
          <>
            {task.kind !== 'other' && `${say.of('task', task.kind)}${say('colon')} `}
            {task.title}
          </>
        }
      />
      {withPatient && (
        <span className="small">
          {task.case !== null && <Link href={`/cases/${task.case}`}>{nameOf(task.patient, say)}</Link>}
        </span>
      )}
      <span className="small">
        <span className={task.late ? 'late-day' : 'muted'}>
          {task.dueOn === null ? say('level.none') : dayInWords(task.dueOn, say)}
          {task.late && ` · ${say('level.late')}`}
        </span>
      </span>
      <span className="small">
        {task.owner !== null && <span className="muted">{task.owner.name}</span>}
        {tick.isPending && <span role="status"> {say('saving')}</span>}
        {tick.isError && (
          <span className="error-text" role="alert">
            {' '}
            {say('notSaved')} {failureInWords(tick.error, say)}
          </span>
        )}
      </span>
    </li>
  );
}
