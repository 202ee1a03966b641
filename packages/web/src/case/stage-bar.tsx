// A confirmed case moves along the steps of care: the next one by a button, any other by choice.

import type { WorklistRow } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { NotDone } from '../shell/failure.tsx';
import { useSay, type WordKey } from '../words/use-words.tsx';
import type { RowActions } from '../worklist/action-bar.tsx';

interface StageBarProps {
  readonly row: WorklistRow;
  readonly version: number;
  readonly actions: RowActions;
}

const stages = ['investigate', 'inform', 'intervene', 'integrate', 'follow-up'] as const;

export function StageBar({ row, version, actions }: StageBarProps): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (change: Readonly<Record<string, unknown>>) =>
      request('PATCH', `/api/cases/${row.id}`, { onVersion: version, ...change }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', row.id] });
      await client.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
  if (row.list === 'ended')
    return (
      <p>
        {say('stage.ended')}{' '}
        <span className="muted">
          {row.reason !== null &&
            (say.of('reject', row.reason) === row.reason
              ? say.of('notUseful', row.reason)
              : say.of('reject', row.reason))}
        </span>
      </p>
    );
  const next = stages[stages.indexOf(row.list as (typeof stages)[number]) + 1];
  return (
    <div className="stack">
      <div className="line">
        {next !== undefined && (
          <Button variant="filled" onClick={() => move.mutate({ stage: next })}>
            {say('stage.next', { stage: say(`list.${next}` as WordKey) })}
          </Button>
        )}
        <NativeSelect
          size="sm"
          aria-label={say('stage.choose')}
          value={row.list}
          onChange={({ currentTarget: { value } }) => move.mutate({ stage: value })}
          data={stages.map((stage) => ({ value: stage, label: say(`list.${stage}` as WordKey) }))}
        />
        <Button onClick={actions.correct ?? (() => undefined)}>
          {say('act.correct')} <kbd aria-hidden="true">e</kbd>
        </Button>
        <Button onClick={actions.snooze ?? (() => undefined)}>
          {say('act.snooze')} <kbd aria-hidden="true">s</kbd>
        </Button>
        <Button onClick={actions.notUseful ?? (() => undefined)}>
          {say('act.notUseful')} <kbd aria-hidden="true">w</kbd>
        </Button>
      </div>
      <NotDone error={move.error} />
    </div>
  );
}
