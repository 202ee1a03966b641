// Asking for emergency access: which patient, and why. What will follow is said before the button is pressed.

import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { request } from '../api/request.ts';
import { SentForm, textOf } from '../signin/sent-form.tsx';
import { useSay } from '../words/use-words.tsx';
import './emergency.css';

export default function AskAccess(): ReactElement {
  const say = useSay();
  const [, go] = useLocation();
  const came = useHistoryState<{ readonly typed?: string } | null>();
  const ask = useMutation({
    mutationFn: (form: FormData) =>
      request<{ person: number }>('POST', '/api/emergency-access', {
        typed: textOf(form, 'typed').trim(),
        reason: textOf(form, 'reason').trim(),
      }),
    onSuccess: ({ person }) => go(`/people/${person}`),
  });
  return (
    <div className="stack emergency">
      <h1>{say('emergency.title')}</h1>
      <p>{say('emergency.intro')}</p>
      <p className="emergency-warning">{say('emergency.warning')}</p>
      <SentForm sent={ask} button={say('emergency.open')}>
        <TextInput
          name="typed"
          label={say('emergency.who')}
          description={say('emergency.whoHelp')}
          defaultValue={came?.typed ?? ''}
          autoComplete="off"
          maxLength={100}
          required
        />
        <Textarea
          name="reason"
          label={say('emergency.why')}
          description={say('emergency.whyHelp')}
          minLength={10}
          maxLength={500}
          rows={3}
          required
        />
      </SentForm>
    </div>
  );
}
