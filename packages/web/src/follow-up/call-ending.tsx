// How a call ends: reached, by which way; not reached; a drug that was stopped; or no follow-up any more. Decision: the way stands as
// it was planned and is changed in one place, for the attempt as for the end.

import type { CallSheet } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { AttemptForm } from './attempt-form.tsx';
import { EndForm } from './end-form.tsx';
import { StopForm } from './stop-form.tsx';
import type { KeptSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

const channels = ['phone', 'clinic', 'video', 'home', 'letter', 'message'] as const;
type Channel = (typeof channels)[number];

function channelOf(word: string | null): Channel {
  return channels.find((each) => each === word) ?? 'phone';
}

export function Ending({
  sheet,
  kept,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
}): ReactElement {
  const own = useFollowUpWords();
  const [channel, setChannel] = useState<Channel>(sheet.notByPhone ? 'letter' : channelOf(sheet.channel));
  const [doing, setDoing] = useState<'attempt' | 'end' | 'stop' | null>(null);
  const needsPlan = sheet.leads.some(({ kind }) => kind === 'follow-on-plan');
  const offersStop = needsPlan || sheet.leads.some(({ kind }) => kind === 'stopped');
  const { drug } = sheet;
  return (
    <section className="panel stack" aria-label={own('ending.title')}>
      {drug !== null && (needsPlan || doing === 'stop') && (
        <StopForm case={sheet.case} drug={drug} done={() => setDoing(null)} />
      )}
      {sheet.open.length > 0 && (
        <p className="muted">
          {own('stillOpen', { list: sheet.open.map((each) => own(`short.${each}`)).join(', ') })}
        </p>
      )}
      {needsPlan && <p className="error-text">{own('planNeeded')}</p>}
      <NativeSelect
        className="short-day"
        label={own('channel')}
        value={channel}
        onChange={({ currentTarget: { value } }) => setChannel(channelOf(value))}
        data={channels.map((each) => ({ value: each, label: own(`channel.${each}`) }))}
      />
      <p className="line">
        <Button variant="filled" data-ends-call onClick={() => kept.act('end', { channel })}>
          {own('end')}
        </Button>
        {offersStop && !needsPlan && doing !== 'stop' && (
          <Button variant="default" onClick={() => setDoing('stop')}>
            {own('stop.open')}
          </Button>
        )}
      </p>
      <p className="line">
        <Button variant="default" onClick={() => setDoing(doing === 'attempt' ? null : 'attempt')}>
          {own('attempt')}
        </Button>
        <Button variant="subtle" onClick={() => setDoing(doing === 'end' ? null : 'end')}>
          {own('endAll')}
        </Button>
      </p>
      {doing === 'attempt' && (
        <AttemptForm
          tried={(outcome, again) => {
            kept.act('attempts', { outcome, channel, again });
            setDoing(null);
          }}
        />
      )}
      {doing === 'end' && <EndForm sheet={sheet} done={() => setDoing(null)} />}
    </section>
  );
}
