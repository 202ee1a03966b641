// The one question that a rejection, a delay or "not useful" still needs, beside the evidence and never over it. A digit
// chooses; nothing is chosen beforehand.

import type { CaseVerdict } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { dayInWords, daysLater } from '../format/dates.ts';
import { useKeys } from '../keys/use-keys.ts';
import { type Say, useSay, type WordKey } from '../words/use-words.tsx';

export interface Asking {
  readonly id: number;
  readonly kind: 'rejected' | 'not-useful' | 'snoozed';
}

type Reason = Extract<CaseVerdict, { verdict: 'rejected' }>['reason'];
type NotUseful = Extract<CaseVerdict, { verdict: 'not-useful' }>['reason'];

const reasons: readonly Reason[] = [
  'no-fracture',
  'old-fracture',
  'not-this-patient',
  'other-site',
  'high-energy',
  'pathological',
  'already-known',
  'too-young',
  'deceased',
];
const notUseful: readonly NotUseful[] = [
  'life-expectancy',
  'declined',
  'already-treated',
  'treated-elsewhere',
  'unreachable',
];
const delays = [1, 7, 14, 28] as const;

interface Choice {
  readonly words: string;
  readonly verdict: CaseVerdict;
}

interface VerdictChoicesProps {
  readonly kind: Asking['kind'];
  readonly today: string;
  decide(verdict: CaseVerdict): void;
  stop(): void;
}

export function VerdictChoices({ kind, today, decide, stop }: VerdictChoicesProps): ReactElement {
  const say = useSay();
  const first = useRef<HTMLButtonElement>(null);
  const [day, setDay] = useState('');
  const choices = choicesFor(kind, today, say);
  useEffect(() => first.current?.focus(), []);
  useKeys({
    ...Object.fromEntries(choices.map(({ verdict }, place) => [`Digit${place + 1}`, () => decide(verdict)])),
    Escape: stop,
  });
  return (
    <div className="verdict-choices" role="group" aria-label={say(`ask.${kind}` as WordKey)}>
      <p>
        <strong>{say(`ask.${kind}` as WordKey)}</strong>
      </p>
      <div className="line">
        {choices.map(({ words, verdict }, place) => (
          <Button key={words} ref={place === 0 ? first : undefined} onClick={() => decide(verdict)}>
            <kbd aria-hidden="true">{place + 1}</kbd>&nbsp;{words}
          </Button>
        ))}
        {kind === 'snoozed' && (
          <span className="line">
            <TextInput
              type="date"
              size="sm"
              aria-label={say('snooze.day')}
              min={daysLater(today, 1)}
              value={day}
              onChange={({ currentTarget: { value } }) => setDay(value)}
            />
            {day > today && (
              <Button onClick={() => decide({ verdict: 'snoozed', until: day as never })}>
                {say('snooze.until', { day: dayInWords(day, say) })}
              </Button>
            )}
          </span>
        )}
        <Button variant="subtle" onClick={stop}>
          {say('ask.stop')} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
    </div>
  );
}

function choicesFor(kind: Asking['kind'], today: string, say: Say): readonly Choice[] {
  switch (kind) {
    case 'rejected':
      return reasons.map((reason) => ({
        words: say.of('reject', reason),
        verdict: { verdict: 'rejected', reason },
      }));
    case 'not-useful':
      return notUseful.map((reason) => ({
        words: say.of('notUseful', reason),
        verdict: { verdict: 'not-useful', reason },
      }));
    case 'snoozed':
      return delays.map((days) => ({
        words: say.count('snooze.days', days),
        verdict: { verdict: 'snoozed', until: daysLater(today, days) as never },
      }));
  }
}
