// A draft letter, section by section: the text that the record gave, to be mended; what the framework asks of it; and signing,
// which prints what was saved, never what is merely typed.

import type { KeptLetter } from '@breekpunt/server';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { useEdits } from '../api/use-edits.ts';
import { useSession } from '../api/use-session.tsx';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useLettersWords } from './use-letters-words.ts';

/** The text of each section, by its id. */
type Bodies = Readonly<Record<string, string>>;
type Said = Partial<Bodies>;

interface LetterEditorProps {
  readonly caseId: number;
  readonly letter: KeptLetter;
  changed(): Promise<void>;
}

export function LetterEditor({ caseId, letter, changed }: LetterEditorProps): ReactElement {
  const say = useLettersWords();
  const appSay = useSay();
  const { user } = useSession();
  const { content } = letter;
  const kept: Bodies = Object.fromEntries(content.sections.map(({ id, body }) => [id, body]));
  const { now: bodies, isDirty: dirty, ...edits } = useEdits(kept, letter.version);
  const address = `/api/cases/${caseId}/letters/${letter.id}`;
  const put = (): Promise<{ readonly version: number }> =>
    request('PUT', address, { onVersion: letter.version, bodies });
  const done = async (_answer: unknown, said: Said): Promise<void> => {
    await changed();
    edits.clear(said);
  };
  // What a colleague saved meanwhile is read under what is written here.
  const save = useMutation({ mutationFn: (_said: Said) => put(), onError: changed, onSuccess: done });
  const sign = useMutation({
    mutationFn: async (_said: Said) => {
      const onVersion = dirty ? (await put()).version : letter.version;
      await request('POST', `${address}/signature`, { onVersion });
    },
    onError: changed,
    onSuccess: done,
  });
  const isBusy = save.isPending || sign.isPending;
  const failed = save.error ?? sign.error;
  return (
    <form
      className="stack letter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(edits.said);
      }}
    >
      <p>
        <strong>{content.title}</strong>
        <br />
        {content.to}
        <br />
        {content.about}
      </p>
      <div className="letter-columns">
        <div className="stack">
          {content.sections.map(({ id, heading }) => (
            <Textarea
              key={id}
              label={heading}
              lang={letter.language}
              value={bodies[id] ?? ''}
              onChange={({ currentTarget: { value } }) => edits.put({ [id]: value })}
              autosize
              minRows={2}
              maxLength={20_000}
            />
          ))}
        </div>
        {content.items.length > 0 && <Items items={content.items} />}
      </div>
      <p className="line">
        <Button type="submit" variant="default">
          {say('save')}
        </Button>
        {user.role === 'physician' ? (
          <Button onClick={() => sign.mutate(edits.said)}>{say('sign')}</Button>
        ) : (
          <span className="muted">{say('physicianOnly')}</span>
        )}
        <span role="status" className="muted">
          {save.isSuccess && !dirty && say('saved')}
        </span>
      </p>
      {edits.changedMeanwhile && !isBusy && <p role="status">{appSay('edits.meanwhile')}</p>}
      {failed !== null && (
        <p className="error-text" role="alert">
          {appSay('notSaved')} {failureInWords(failed, appSay)} {appSay('textKept')}
        </p>
      )}
    </form>
  );
}

function Items({ items }: { readonly items: KeptLetter['content']['items'] }): ReactElement {
  const say = useLettersWords();
  const stated = items.filter((item) => item.stated).length;
  return (
    <aside className="letter-items" aria-label={say('items', { n: stated, of: items.length })}>
      <h3>{say('items', { n: stated, of: items.length })}</h3>
      <ul className="plain-list">
        {items.map(({ id, stated: is }) => (
          <li key={id}>
            {is ? '✓' : '○'} {say(`item.${id}`)}
            {!is && <span className="unknown"> {say('notStated')}</span>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
