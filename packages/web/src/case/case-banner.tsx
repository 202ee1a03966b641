// Who it is, always in sight: NAME, given name, birth date and age, sex, number, and whose case it is. What is not known is
// said in words.

import type { CasePage } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { ageOn, dayInWords } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { NotDone } from '../shell/failure.tsx';
import { readsLogOf } from '../shell/places.ts';
import { useSay, type WordKey } from '../words/use-words.tsx';
import { LevelTag } from '../worklist/level-tag.tsx';
import { useDeeds } from './deeds.tsx';

export function CaseBanner({ page, back }: { readonly page: CasePage; back(): void }): ReactElement {
  const say = useSay();
  const { today, user } = useSession();
  const client = useQueryClient();
  const deed = useDeeds().of(page.row.id);
  const { row, identifiers } = page;
  const { patient } = row;
  const age = ageOn(patient.birthDate, today);
  const take = useMutation({
    mutationFn: () =>
      request('POST', '/api/worklist/assign', {
        cases: [{ id: row.id, version: Math.max(row.version, deed?.version ?? 0) }],
        owner: user.id,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', row.id] });
      await client.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
  return (
    <header className="case-banner">
      <div className="line">
        <Button variant="subtle" size="compact-md" onClick={back}>
          ← {say('place.worklist')}
        </Button>
        <h1>{nameOf(patient, say)}</h1>
        {patient.deceased && (
          <strong>† {page.deathDate === null ? say('deceased') : dayInWords(page.deathDate, say)}</strong>
        )}
      </div>
      <dl className="line who-line">
        <div>
          <dt>{say('person.born')}</dt>
          <dd>
            {dayInWords(patient.birthDate, say)}
            {age !== null && ` (${say('age.years', { age })})`}
          </dd>
        </div>
        <div>
          <dt className="hidden-words">{say('person.sex')}</dt>
          <dd>{say.of('sex', patient.sex)}</dd>
        </div>
        {identifiers.length === 0 && (
          <div>
            <dt className="hidden-words">{say('person.number')}</dt>
            <dd className="unknown">{say('person.noNumber')}</dd>
          </div>
        )}
        {identifiers.map(({ system, value, check }) => (
          <div key={`${system} ${value}`}>
            <dt>{say.of('system', system)}</dt>
            <dd>
              {value}
              {(check === 'invalid-check-digit' || check === 'malformed') && (
                <span className="error-text small"> {say('person.badCheckDigit')}</span>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('person.gp')}</dt>
          <dd className={page.generalPractitioner === null ? 'unknown' : undefined}>
            {page.generalPractitioner ?? say('unknown')}
          </dd>
        </div>
        <div>
          <dt>{say('case.list')}</dt>
          <dd>
            {say(`list.${row.list}` as WordKey)} <LevelTag row={row} today={today} />
          </dd>
        </div>
        <div>
          <dt>{say('case.owner')}</dt>
          <dd>
            {row.owner?.name ?? <span className="muted">{say('row.noOwner')}</span>}
            {row.owner?.id !== user.id && (
              <>
                {' '}
                <Button size="compact-sm" onClick={() => take.mutate()}>
                  {say('bulk.mine')}
                </Button>
              </>
            )}
          </dd>
        </div>
        {page.otherCases.length > 0 && (
          <div>
            <dt>{say('case.others')}</dt>
            <dd>
              {page.otherCases.map((other) => (
                <Link key={other} href={`/cases/${other}`}>
                  {say('case.other', { id: other })}
                </Link>
              ))}
            </dd>
          </div>
        )}
        {readsLogOf(user.role) && (
          <div>
            <dt className="hidden-words">{say('log.person')}</dt>
            <dd>
              <Link href={`/people/${patient.id}/log`}>{say('log.person')}</Link>
            </dd>
          </div>
        )}
      </dl>
      <NotDone error={take.error} />
    </header>
  );
}
