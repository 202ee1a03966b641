// A new fracture that was told of: where and when, as the patient says, and the case that it opened. Decision: the case is opened in
// the call itself, so that nothing hangs on a task that somebody reads later; what follows from it stands beside it.

import type { CallSheet } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { levelsIn, sites } from '../case/correction.ts';
import { dayInWords } from '../format/dates.ts';
import { placeInWords } from '../format/fractures.ts';
import { useSay } from '../words/use-words.tsx';
import type { KeptSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function ToldFracture({
  sheet,
  kept,
}: {
  readonly sheet: CallSheet;
  readonly kept: KeptSheet;
}): ReactElement {
  return sheet.told === null ? <ToldForm kept={kept} /> : <ToldOf told={sheet.told} of={sheet.case} />;
}

function ToldOf({
  told,
  of,
}: {
  readonly told: NonNullable<CallSheet['told']>;
  readonly of: number;
}): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  return (
    <section className="panel stack" aria-label={own('told.title')}>
      <p>
        <strong>
          {placeInWords(told, say)}, {dayInWords(told.on, say)}
        </strong>
      </p>
      {told.case === null && <p>{own('told.noCase')}</p>}
      {told.case === of && <p>{own('told.sameCase')}</p>}
      {told.case !== null && told.case !== of && (
        <p>
          {own('told.effect')} <Link href={`/cases/${told.case}`}>{own('told.open')}</Link>
        </p>
      )}
    </section>
  );
}

function ToldForm({ kept }: { readonly kept: KeptSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { today } = useSession();
  const [site, setSite] = useState('');
  const [side, setSide] = useState('');
  const [levels, setLevels] = useState('');
  const [on, setOn] = useState('');
  const [missing, setMissing] = useState(false);
  const isSpine = site.startsWith('vertebra');
  const known = isSpine ? levelsIn(levels) : [];
  return (
    <form
      className="panel stack"
      aria-label={own('told.title')}
      onSubmit={(event) => {
        event.preventDefault();
        const lacks = site === '' || on === '' || on > today || known === null;
        setMissing(lacks);
        if (!lacks) kept.act('fracture', { site, side: side === '' ? null : side, levels: known, on });
      }}
    >
      <h2>{own('told.title')}</h2>
      <p className="muted">{own('told.what')}</p>
      <NativeSelect
        className="middle-wide"
        label={say('correct.site')}
        value={site}
        onChange={({ currentTarget: { value } }) => setSite(value)}
        data={[
          { value: '', label: own('told.choose') },
          ...sites.map((each) => ({ value: each, label: say.of('site', each) })),
        ]}
      />
      {isSpine ? (
        <TextInput
          className="middle-wide"
          label={say('correct.levels')}
          value={levels}
          onChange={({ currentTarget: { value } }) => setLevels(value)}
        />
      ) : (
        <NativeSelect
          className="short-day"
          label={say('correct.side')}
          value={side}
          onChange={({ currentTarget: { value } }) => setSide(value)}
          data={[
            { value: '', label: say('side.unknown') },
            ...(['left', 'right', 'both'] as const).map((each) => ({
              value: each,
              label: say.of('side', each),
            })),
          ]}
        />
      )}
      <TextInput
        type="date"
        className="short-day"
        label={own('told.on')}
        value={on}
        max={today}
        onChange={({ currentTarget: { value } }) => setOn(value)}
      />
      {missing && (
        <p className="error-text" role="alert">
          {own('told.missing')}
        </p>
      )}
      <p>
        <Button type="submit">{own('told.keep')}</Button>
      </p>
    </form>
  );
}
