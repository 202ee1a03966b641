// Asks who the patient is once more before a link, a PIN or a sheet is shown.

import type { GuidePanel, GuideSheet } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useGuideWords } from './use-guide-words.ts';

interface HandOutProps {
  readonly caseId: number;
  readonly asks: GuidePanel['asks'];
  /** Under /api/cases/…/guide/links. */
  readonly path: string;
  readonly button: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly children?: ReactNode;
  made(sheet: GuideSheet): void;
  stop(): void;
}

export function HandOutForm(props: HandOutProps): ReactElement {
  const { caseId, asks, path, button, more = {}, children, made, stop } = props;
  const say = useSay();
  const words = useGuideWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const hand = useMutation({
    mutationFn: () =>
      request<GuideSheet>('POST', `/api/cases/${caseId}/guide/links${path}`, { confirm: typed, ...more }),
    onSuccess: async (sheet) => {
      made(sheet);
      await client.invalidateQueries({ queryKey: ['case', caseId, 'guide'] });
    },
  });
  const wrong = hand.isError && refusalFrom(hand.error).more['at'] === 'body.confirm';
  return (
    <form
      className="guide-facts"
      onSubmit={(event) => {
        event.preventDefault();
        hand.mutate();
      }}
    >
      {children}
      <TextInput
        type={asks === 'birth-date' ? 'date' : 'text'}
        label={words(`confirm.${asks}`)}
        description={words('confirm.why')}
        required
        withAsterisk={false}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        error={wrong ? words('confirm.wrong') : undefined}
      />
      <p className="line">
        <Button type="submit">{button}</Button>
        <Button variant="subtle" onClick={stop}>
          {words('cancel')}
        </Button>
      </p>
      {hand.isError && !wrong && (
        <p className="error-text wide" role="alert">
          {failureInWords(hand.error, say)}
        </p>
      )}
    </form>
  );
}
