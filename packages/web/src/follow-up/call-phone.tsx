// The number of a call: to ring it, to put it right, and whether the patient wants to be rung at all. Decision: a number that proved
// wrong stays in sight, struck through in words, until another is written down; nobody rings it by a press.

import type { CallSheet } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { KeptSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function CallPhone({
  sheet: { phone, phoneWrong, notByPhone },
  kept,
  over,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
  readonly over: boolean;
}): ReactElement {
  const own = useFollowUpWords();
  const [changing, setChanging] = useState(false);
  const [number, setNumber] = useState('');
  return (
    <>
      {notByPhone && (
        <span className="line">
          <strong>{own('phone.never')}</strong>
          {!over && (
            <Button size="compact-md" variant="subtle" onClick={() => kept.phone({ notByPhone: false })}>
              {own('phone.again')}
            </Button>
          )}
        </span>
      )}
      <PhoneNumber phone={phone} wrong={phoneWrong} never={notByPhone} />
      {!over && !changing && (
        <Button size="compact-md" variant="subtle" onClick={() => setChanging(true)}>
          {own(phone === null ? 'phone.add' : 'phone.change')}
        </Button>
      )}
      {changing && (
        <form
          className="line"
          onSubmit={(event) => {
            event.preventDefault();
            if (number.trim() !== '') kept.phone({ phone: number.trim() });
            setChanging(false);
          }}
        >
          <TextInput
            type="tel"
            label={own('phone.number')}
            value={number}
            required
            maxLength={40}
            autoComplete="off"
            autoFocus
            onChange={({ currentTarget: { value } }) => setNumber(value)}
          />
          <Button type="submit">{own('phone.keep')}</Button>
        </form>
      )}
    </>
  );
}

function PhoneNumber({
  phone,
  wrong,
  never,
}: {
  readonly phone: string | null;
  readonly wrong: boolean;
  readonly never: boolean;
}): ReactElement {
  const own = useFollowUpWords();
  if (phone === null) return <span className="muted">{own('phone.unknown')}</span>;
  if (wrong) return <strong>{own('phone.wrong', { phone })}</strong>;
  if (never) return <span className="muted">{phone}</span>;
  return <a href={telOf(phone)}>{own('callTo', { phone })}</a>;
}

export function telOf(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}
