// The physician's choice and signature. Decision: never optimistic; nothing is called signed before the server kept it. The
// birth date is typed again, because a choice signed in the record of another patient is the mistake that costs most.

import type { CasePage, TopicView } from '@breekpunt/server';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { clockTime } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { choiceInWords, choicesOf } from './choice-in-words.ts';
import { typedDate } from './typed-date.ts';
import { useOfAnswers } from './use-answers.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

interface SignFormProps {
  readonly view: TopicView;
  readonly of: CasePage;
  readonly choice: string | null;
  choose(choice: string | null): void;
}

export function SignForm({ view, of, choice, choose }: SignFormProps): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  const { user, site } = useSession();
  const saving = useOfAnswers((answers) => answers.state() === 'saving');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [patient, setPatient] = useState('');
  const [early, setEarly] = useState<string | null>(null);
  const title = useId();
  const { birthDate } = of.row.patient;
  const sign = useMutation({
    mutationFn: () =>
      request<{ at: string }>('POST', `/api/cases/${of.row.id}/decisions`, {
        topic: view.topic,
        choice,
        reason: reason.trim() === '' ? null : reason.trim(),
        mark: view.mark,
        patient: birthDate === null ? patient : typedDate(patient),
      }),
    onSuccess: () => {
      choose(null);
      setReason('');
      setPatient('');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['case', of.row.id] }),
  });
  if (user.role !== 'physician') return <p className="muted">{own('sign.onlyPhysician')}</p>;
  const offered = choice !== null && view.offered.includes(choice);
  const submit = (): void => {
    setEarly(null);
    if (choice === null) return setEarly(own('sign.chooseFirst'));
    if (!offered && reason.trim() === '') return setEarly(own('sign.reason-needed'));
    if (!saving) sign.mutate();
  };
  return (
    <form
      className="sign-form stack"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h4 id={title}>{own('sign.title')}</h4>
      <NativeSelect
        label={own('sign.choice')}
        value={choice ?? ''}
        onChange={({ currentTarget: { value } }) => choose(value === '' ? null : value)}
        data={[
          { value: '', label: own('choose') },
          ...choicesOf(view).map((each) => ({
            value: each,
            label: `${choiceInWords(view.topic, each, own)} (${own(view.offered.includes(each) ? 'sign.offered' : 'sign.notOffered')})`,
          })),
        ]}
      />
      {choice !== null && !offered && (
        <Textarea
          label={own('sign.reason')}
          value={reason}
          rows={2}
          maxLength={2_000}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      )}
      <TextInput
        label={own(birthDate === null ? 'sign.name' : 'sign.birth')}
        description={birthDate === null ? undefined : own('sign.birthHelp')}
        autoComplete="off"
        value={patient}
        onChange={({ currentTarget: { value } }) => setPatient(value)}
      />
      <p className="line">
        <Button type="submit" variant="filled">
          {own('sign.button')}
        </Button>
        <span role="status" className="muted">
          {sign.isPending && own('sign.busy')}
          {sign.isSuccess && own('sign.done', { at: clockTime(sign.data.at, site.timeZone, say.language) })}
        </span>
      </p>
      {(early !== null || sign.isError) && (
        <p className="error-text" role="alert">
          {early ?? notSigned(sign.error, own, say)}
        </p>
      )}
    </form>
  );
}

function notSigned(
  error: unknown,
  own: ReturnType<typeof useAssessmentWords>,
  say: ReturnType<typeof useSay>,
): string {
  const { code, more } = refusalFrom(error);
  if (code === 'changed-meanwhile') return own('sign.changed');
  if (code !== 'refused') return failureInWords(error, say);
  const kind = (more['refused'] as { readonly kind?: string } | undefined)?.kind;
  if (kind === 'other-patient') return own('sign.other-patient');
  return kind === 'reason-needed' ? own('sign.reason-needed') : own('sign.refused');
}
