// The thirteen standards: the level reached, and what is missing for the next. The lead answers what only the hospital knows.

import type { QualityFigures } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { patientsAddress, percentInWords, titleOf } from './figure-words.ts';
import { useSay } from './use-dashboard-words.ts';

type Reached = QualityFigures['standards'][number];

export function Standards({ figures }: { readonly figures: QualityFigures }): ReactElement {
  const say = useSay();
  return (
    <section className="stack" aria-labelledby="standards-title">
      <h2 id="standards-title">{say('standard.title')}</h2>
      <ol className="plain-list standards">
        {figures.standards.map(({ standard, level, next, missing }) => (
          <li key={standard.number} className="panel stack tight">
            <p className="line">
              <strong>
                {standard.number}. {standard.says[say.language]}
              </strong>
              <span className={`push standard-level standard-${level ?? 'none'}`}>
                {say.of('standardLevel', level ?? 'none')}
              </span>
            </p>
            {next !== null && (
              <>
                <p className="small muted">
                  {say('standard.missing', { level: say.of('standardLevel', next) })}
                </p>
                <ul className="small">
                  {missing.map((one) => (
                    <Missing
                      key={one.demand.kind === 'organisation' ? one.demand.question : one.demand.indicator}
                      missing={one}
                      figures={figures}
                    />
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Missing({
  missing: { demand, met, share },
  figures: { set, figures, choices },
}: {
  readonly missing: Reached['missing'][number];
  readonly figures: QualityFigures;
}): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (given: 'yes' | 'no') =>
      request('PUT', '/api/quality/choices', {
        ...choices,
        organisation: {
          ...choices.organisation,
          ...(demand.kind === 'organisation' ? { [demand.question]: given } : {}),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  });
  if (demand.kind === 'indicator') {
    const shown = figures.find(({ indicator }) => indicator.id === demand.indicator);
    if (shown === undefined) return <li>{demand.indicator}</li>;
    return (
      <li>
        {say('standard.indicator', { title: titleOf(shown.indicator, say), from: demand.from })}{' '}
        {share === null ? (
          say('standard.notCounted')
        ) : (
          <>
            {say('standard.now', { share: percentInWords(share, say) })}{' '}
            <Link
              className="noprint"
              href={patientsAddress(set.id, demand.indicator, shown.months, 'missed,not-recorded')}
            >
              {say('standard.who')}
            </Link>
          </>
        )}
      </li>
    );
  }
  return (
    <li>
      {demand.says[say.language]}: {say.of('answer', met)}
      {user.role === 'lead' && (
        <span className="line noprint">
          {(['yes', 'no'] as const).map((given) => (
            <Button
              key={given}
              size="compact-sm"
              variant="default"
              loading={answer.isPending}
              onClick={() => answer.mutate(given)}
              aria-label={`${demand.says[say.language]}: ${say.of('answer', given)}`}
            >
              {say.of('answer', given)}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
