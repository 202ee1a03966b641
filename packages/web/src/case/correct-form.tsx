// Puts a fracture right: place, side, vertebrae, how it happened, the day. It begins with what stands there, and saves only
// what was changed.

import type { CaseVerdict, WorklistRow } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSay } from '../words/use-words.tsx';
import { correctionFrom, levelsIn, sites } from './correction.ts';

interface CorrectFormProps {
  readonly row: WorklistRow;
  readonly today: string;
  decide(verdict: CaseVerdict): void;
  stop(): void;
}

const mechanisms = ['low-energy', 'high-energy', 'contradictory', 'not-recorded'] as const;

export function CorrectForm({ row, today, decide, stop }: CorrectFormProps): ReactElement {
  const say = useSay();
  const first = useRef<HTMLSelectElement>(null);
  const [site, setSite] = useState<string>(row.site);
  const [levels, setLevels] = useState(row.levels.join(', '));
  const [nothing, setNothing] = useState(false);
  const badLevels = levelsIn(levels) === null;
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="correct-form stack"
      aria-label={say('correct.title')}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const correction = correctionFrom(row, {
          site,
          side: String(form.get('side')),
          levels,
          mechanism: String(form.get('mechanism')),
          fractureOn: String(form.get('fractureOn')),
        });
        if (correction === null) return;
        if (Object.keys(correction).length === 0) setNothing(true);
        else decide({ verdict: 'corrected', correction });
      }}
    >
      <h3>{say('correct.title')}</h3>
      <NativeSelect
        ref={first}
        label={say('correct.site')}
        value={site}
        onChange={({ currentTarget: { value } }) => setSite(value)}
        data={sites.map((each) => ({ value: each, label: say.of('site', each) }))}
      />
      <NativeSelect
        name="side"
        label={say('correct.side')}
        defaultValue={row.side ?? ''}
        data={[
          { value: '', label: say('side.unknown') },
          ...(['left', 'right', 'both'] as const).map((side) => ({
            value: side,
            label: say(`side.${side}`),
          })),
        ]}
      />
      {site.startsWith('vertebra.') && (
        <TextInput
          label={say('correct.levels')}
          description={say('correct.levelsHelp')}
          value={levels}
          onChange={({ currentTarget: { value } }) => setLevels(value)}
          error={badLevels ? say('correct.badLevels') : null}
        />
      )}
      <NativeSelect
        name="mechanism"
        label={say('correct.mechanism')}
        defaultValue={row.mechanism}
        data={mechanisms.map((each) => ({ value: each, label: say(`mechanism.${each}`) }))}
      />
      <TextInput
        name="fractureOn"
        type="date"
        label={say('correct.day')}
        defaultValue={row.fractureOn ?? ''}
        max={today}
      />
      {nothing && <p className="error-text">{say('correct.nothing')}</p>}
      <div className="line">
        <Button type="submit" variant="filled">
          {say('correct.save')}
        </Button>
        <Button variant="subtle" onClick={stop}>
          {say('ask.stop')} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
    </form>
  );
}
