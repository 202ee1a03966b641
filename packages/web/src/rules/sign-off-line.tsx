// Who signed a rule set, and where a physician signs it or takes the signature back. Decision: signing is a question of its
// own with its consequence in a sentence, and it is never shown as done before the server has kept it.

import type { SignedRuleSet } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { NotSaved } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useRulesWords } from './use-rules-words.ts';

export function SignOffLine({ set }: { readonly set: SignedRuleSet }): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  const { user, today, site } = useSession();
  const [asking, setAsking] = useState(false);
  const { signOff } = set;
  const state = signOff?.state ?? 'none';
  const said =
    signOff === null
      ? say('sign.none')
      : say(`sign.${signOff.state}`, {
          by: signOff.by,
          day: moment(signOff.at, today, site.timeZone, appSay),
        });
  return (
    <div className="sign-off" data-state={state}>
      <p>
        <strong>{said}</strong>{' '}
        {signOff !== null && (
          <span className="muted small">
            {say('sign.onVersion', { version: signOff.knowledgeVersion, hash: signOff.hash })}
          </span>
        )}{' '}
        <span className="muted small">{say('sign.drafts', { drafts: set.drafts, rules: set.rules })}</span>
      </p>
      {signOff !== null && signOff.note !== null && (
        <p className="small">{say('sign.note.said', { note: signOff.note })}</p>
      )}
      {set.earlier.length > 0 && <Earlier set={set} />}
      {user.role !== 'physician' && state !== 'signed' && (
        <p className="small muted">{say('sign.onlyPhysician')}</p>
      )}
      {user.role === 'physician' &&
        (asking ? (
          <SignForm set={set} done={() => setAsking(false)} />
        ) : (
          <p>
            <Button size="compact-sm" onClick={() => setAsking(true)}>
              {state === 'none' ? say('sign.start') : say('sign.again')}
            </Button>
          </p>
        ))}
    </div>
  );
}

/** Everybody who signed or took back before, each with the version that was read: an old decision rests on an old signature. */
function Earlier({ set: { earlier, hash } }: { readonly set: SignedRuleSet }): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  const { today, site } = useSession();
  return (
    <details className="small">
      <summary>{say('sign.earlier', { n: earlier.length })}</summary>
      <ol className="plain-list">
        {earlier.map((each) => (
          <li key={String(each.at)}>
            {say(`sign.earlier.${each.decision}`, {
              by: each.by,
              day: moment(each.at, today, site.timeZone, appSay),
            })}{' '}
            <span className="muted">
              {say('sign.onVersion', { version: each.knowledgeVersion, hash: each.hash })}
              {each.hash !== hash && ` · ${say('sign.otherContent')}`}
            </span>
            {each.note !== null && (
              <>
                <br />
                {say('sign.note.said', { note: each.note })}
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function SignForm({ set, done }: { readonly set: SignedRuleSet; done(): void }): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: (decision: 'confirmed' | 'withdrawn') =>
      request('POST', '/api/knowledge/sign-offs', {
        set: set.set,
        hash: set.hash,
        decision,
        note: note.trim() === '' ? null : note.trim(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['knowledge'] });
      done();
    },
  });
  const standing = set.signOff !== null && set.signOff.state !== 'withdrawn';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate('confirmed');
      }}
    >
      <p>{say('sign.explain', { set: say.of('set', set.set), hash: set.hash, drafts: set.drafts })}</p>
      <TextInput
        label={say('sign.note')}
        value={note}
        maxLength={1_000}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <p className="line">
        <Button type="submit" variant="filled">
          {say('sign.confirm')}
        </Button>
        {standing && <Button onClick={() => save.mutate('withdrawn')}>{say('sign.withdraw')}</Button>}
        <Button onClick={done}>{say('sign.stop')}</Button>
        <span role="status" className="muted">
          {save.isPending && appSay('saving')}
        </span>
      </p>
      <NotSaved error={save.error} />
    </form>
  );
}
