// The letters of a case: which there are, who signed them and how they went out; drafting a new one; and the head they carry.

import type { KeptLetter, LettersPage } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { type LettersSay, useLettersWords } from './use-letters-words.ts';
import './letters.css';

const kinds = [
  'general-practitioner',
  'patient',
  'referral-falls',
  'referral-dentist',
  'referral-endocrinologist',
  'spine-emergency',
  'attestation',
] as const;
const languages = ['nl', 'fr', 'en'] as const;
type Language = (typeof languages)[number];

const lettersQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['letters', caseId],
    queryFn: () => request<LettersPage>('GET', `/api/cases/${caseId}/letters`),
  });

export default function LettersPanel({ caseId }: { readonly caseId: number }): ReactElement {
  const say = useLettersWords();
  const found = useQuery(lettersQuery(caseId));
  return (
    <section className="panel stack letters" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      {found.isPending && <GreyRows rows={2} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && <Letters caseId={caseId} page={found.data} />}
    </section>
  );
}

function Letters({ caseId, page }: { readonly caseId: number; readonly page: LettersPage }): ReactElement {
  const say = useLettersWords();
  const appSay = useSay();
  const { site, user, today } = useSession();
  const client = useQueryClient();
  const [opened, setOpened] = useState<number | null>(null);
  const [kind, setKind] = useState<string>(kinds[0]);
  const [chosen, setChosen] = useState<Language | null>(null);
  const own = languages.find((language) => language === page.patientLanguage) ?? say.language;
  const language = chosen ?? (kind === 'patient' ? own : say.language);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['letters', caseId] });
  const draft = useMutation({
    mutationFn: (body: { kind: string; language: string; replaces?: number }) =>
      request<{ id: number }>('POST', `/api/cases/${caseId}/letters`, body),
    onSuccess: async ({ id }) => {
      await again();
      setOpened(id);
    },
  });
  return (
    <>
      <HeadLine head={page.head} mayChange={user.role === 'lead' || user.role === 'it'} saved={again} />
      {page.letters.length === 0 && <p className="muted">{say('none')}</p>}
      <ul className="plain-list letter-list">
        {page.letters.map((letter) => (
          <li key={letter.id}>
            <div className="line">
              <strong>{say.of('kind', letter.kind)}</strong>
              <span className="muted">
                {say(`language.${letter.language}`)} · {standing(letter, say)} ·{' '}
                {moment(String(letter.signedAt ?? letter.createdAt), today, site.timeZone, appSay)}
              </span>
              {letter.replaces !== null && (
                <span className="muted">{say('replaces', { id: letter.replaces })}</span>
              )}
              <span className="push line">
                <a href={`/api/cases/${caseId}/letters/${letter.id}/pdf`} target="_blank" rel="noreferrer">
                  {letter.signedAt === null ? say('openDraft') : say('open')}
                </a>
                {letter.signedAt === null ? (
                  <Button
                    variant="default"
                    onClick={() => setOpened(opened === letter.id ? null : letter.id)}
                    aria-expanded={opened === letter.id}
                  >
                    {opened === letter.id ? say('stop') : say('edit')}
                  </Button>
                ) : (
                  <Button
                    variant="default"
                    onClick={() =>
                      draft.mutate({ kind: letter.kind, language: letter.language, replaces: letter.id })
                    }
                  >
                    {say('again')}
                  </Button>
                )}
              </span>
            </div>
            {letter.sendings.map((each) => (
              <p key={`${String(each.at)} ${each.recipient}`} className="small muted">
                {say('sent', { way: say(`way.${each.way}`), recipient: each.recipient, by: each.by })} ·{' '}
                {moment(String(each.at), today, site.timeZone, appSay)}
              </p>
            ))}
            {letter.signedAt !== null && <SendForm caseId={caseId} letter={letter} sent={again} />}
            {opened === letter.id && letter.signedAt === null && (
              <LetterEditor caseId={caseId} letter={letter} changed={again} />
            )}
          </li>
        ))}
      </ul>
      <form
        className="line letter-new"
        onSubmit={(event) => {
          event.preventDefault();
          draft.mutate({ kind, language });
        }}
      >
        <NativeSelect
          label={say('for')}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(value)}
          data={kinds
            .filter((each) => each !== 'attestation' || site.country === 'BE')
            .map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <NativeSelect
          label={say('language')}
          value={language}
          onChange={({ currentTarget: { value } }) =>
            setChosen(languages.find((each) => each === value) ?? null)
          }
          data={languages.map((value) => ({ value, label: say(`language.${value}`) }))}
        />
        <Button type="submit">{say('draftIt')}</Button>
      </form>
      {draft.isError && (
        <p className="error-text" role="alert">
          {failureInWords(draft.error, appSay)}
        </p>
      )}
    </>
  );
}

function standing(letter: KeptLetter, say: LettersSay): string {
  return letter.signedAt === null
    ? say('draft', { version: letter.version })
    : say('signed', { by: letter.signedBy ?? '' });
}

const ways = ['ehealth', 'mail', 'post', 'by-hand', 'portal'] as const;

function SendForm({
  caseId,
  letter,
  sent,
}: {
  readonly caseId: number;
  readonly letter: KeptLetter;
  sent(): Promise<void>;
}): ReactElement {
  const say = useLettersWords();
  const appSay = useSay();
  const send = useMutation({
    mutationFn: (fields: FormData) =>
      request('POST', `/api/cases/${caseId}/letters/${letter.id}/sendings`, {
        way: fields.get('way'),
        recipient: fields.get('recipient'),
      }),
    onSuccess: sent,
  });
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(new FormData(event.currentTarget));
      }}
    >
      <NativeSelect
        name="way"
        label={say('way')}
        data={ways.map((value) => ({ value, label: say(`way.${value}`) }))}
      />
      <TextInput name="recipient" label={say('recipient')} required withAsterisk={false} maxLength={200} />
      <Button type="submit" variant="default">
        {say('send')}
      </Button>
      {send.isError && (
        <p className="error-text" role="alert">
          {failureInWords(send.error, appSay)}
        </p>
      )}
    </form>
  );
}

const headFields = ['department', 'address', 'phone', 'email'] as const;

function HeadLine({
  head,
  mayChange,
  saved,
}: {
  readonly head: LettersPage['head'];
  readonly mayChange: boolean;
  saved(): Promise<void>;
}): ReactElement | null {
  const say = useLettersWords();
  const appSay = useSay();
  const save = useMutation({
    mutationFn: (fields: FormData) =>
      request(
        'PUT',
        '/api/letterhead',
        Object.fromEntries(headFields.map((field) => [field, fields.get(field)])),
      ),
    onSuccess: saved,
  });
  const missing = headFields.filter((field) => head[field] === null);
  if (!mayChange)
    return missing.length === 0 ? null : (
      <p className="unknown">
        {say('head.missing', { what: missing.map((field) => say(field).toLowerCase()).join(', ') })}
      </p>
    );
  return (
    <details open={missing.length > 0}>
      <summary>{say('head')}</summary>
      <form
        className="line"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(new FormData(event.currentTarget));
        }}
      >
        {headFields.map((field) => (
          <TextInput
            key={field}
            name={field}
            label={say(field)}
            defaultValue={head[field] ?? ''}
            maxLength={120}
          />
        ))}
        <Button type="submit" variant="default">
          {say('head.save')}
        </Button>
        {save.isError && (
          <p className="error-text" role="alert">
            {failureInWords(save.error, appSay)}
          </p>
        )}
      </form>
    </details>
  );
}
