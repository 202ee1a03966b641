// The form about one connected system. Decision: one form with the parts apart, because one system often uses several doors;
// what stays empty is a door that stays shut.

import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { useEdits } from '../api/use-edits.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { connectionsQuery } from './connection-queries.ts';
import { factsFrom, type TextField, textsOf } from './system-facts.ts';
import type { System } from './systems.tsx';
import { useConnectionWords } from './use-connection-words.ts';

interface FormProps {
  /** Null: another one. */
  readonly system: System | null;
  readonly close: () => void;
}

const parts: readonly {
  readonly part: 'who' | 'cards' | 'fetch' | 'launch';
  readonly fields: readonly TextField[];
}[] = [
  {
    part: 'who',
    fields: ['name', 'jwksUrl', 'jwks', 'fhirBase', 'hosts', 'patientSystem', 'patientAssigner'],
  },
  { part: 'cards', fields: ['issuer'] },
  { part: 'fetch', fields: ['scopes'] },
  { part: 'launch', fields: ['launchClient', 'launchSecret', 'loginClaim'] },
];

export function SystemForm({ system, close }: FormProps): ReactElement {
  const say = useSay();
  const words = useConnectionWords();
  const client = useQueryClient();
  const { now: texts, put, ...edits } = useEdits(textsOf(system), system?.version ?? 0);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  const save = useMutation({
    mutationFn: () =>
      request(
        system === null ? 'POST' : 'PUT',
        system === null ? '/api/connections' : `/api/connections/${system.id}`,
        factsFrom(texts, system),
      ),
    onError: again,
    onSuccess: async () => {
      await again();
      close();
    },
  });
  const at = save.isError ? refusedAt(save.error) : null;
  return (
    <form
      className="panel stack"
      aria-label={system === null ? words('systems.add') : system.name}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {parts.map(({ part, fields }) => (
        <fieldset className="stack connection-part" key={part}>
          <legend>{words(`part.${part}`)}</legend>
          <p className="muted">{words(`part.${part}.about`)}</p>
          {fields.map((name) => {
            const Input = name === 'jwks' || name === 'scopes' ? Textarea : TextInput;
            return (
              <Input
                key={name}
                label={words(`field.${name}`)}
                description={name === 'name' ? undefined : words(`help.${name}`)}
                value={texts[name]}
                error={at === name ? words('field.wrong') : undefined}
                autoComplete="off"
                spellCheck={false}
                required={name === 'name'}
                withAsterisk={false}
                {...(Input === Textarea ? { autosize: true, minRows: 2 } : {})}
                onChange={({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
                  put({ [name]: value })
                }
              />
            );
          })}
          {part === 'who' && (
            <Radio.Group
              label={words('field.network')}
              value={texts.network}
              onChange={(network) => put({ network: network as 'public' | 'own' })}
            >
              <div className="stack choices-of">
                {(['public', 'own'] as const).map((network) => (
                  <Radio key={network} value={network} label={words(`network.${network}`)} />
                ))}
              </div>
            </Radio.Group>
          )}
        </fieldset>
      ))}
      {edits.changedMeanwhile && !save.isPending && <p role="status">{say('edits.meanwhile')}</p>}
      {save.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {at === null ? failureInWords(save.error, say) : words('form.refused')}
        </p>
      )}
      <p className="line">
        <Button type="submit" variant="filled">
          {words('systems.save')}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words('systems.keep')}
        </Button>
      </p>
    </form>
  );
}

/** The field that the server objected to. */
function refusedAt(error: unknown): string | null {
  const { more } = refusalFrom(error);
  const fields = Array.isArray(more['fields']) ? (more['fields'] as { readonly at?: unknown }[]) : [];
  const at = more['at'] ?? fields[0]?.at;
  return typeof at === 'string' ? (at.split('.')[1] ?? null) : null;
}
