// How well case finding works in this hospital: shares with their numbers and the interval they lie in, and the sample of
// reports without a flag, which alone can show what is missed.

import type { FindingQuality } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { qualityQuery } from '../api/queries.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { Sample } from './sample.tsx';
import { ShareBar, shareInWords } from './share.tsx';
import './quality.css';

export default function Quality(): ReactElement {
  const say = useSay();
  const quality = useQuery(qualityQuery);
  return (
    <div className="stack quality">
      <h1>{say('quality.title')}</h1>
      <p>{say('quality.intro')}</p>
      {quality.isPending && <GreyRows rows={5} />}
      {quality.isLoadingError && <Failure error={quality.error} retry={() => void quality.refetch()} />}
      {quality.data !== undefined && <Figures quality={quality.data} />}
      <Sample />
    </div>
  );
}

function Figures({ quality }: { readonly quality: FindingQuality }): ReactElement {
  const say = useSay();
  return (
    <>
      <div className="figures">
        <Figure title={say('quality.right')} share={quality.right} note={say('quality.rightNote')} />
        <Figure
          title={say('quality.service')}
          share={quality.forTheService}
          note={say('quality.serviceNote')}
        />
        <Figure
          title={say('quality.missed')}
          share={quality.missedInSample}
          note={say('quality.missedNote', { n: quality.notFlagged })}
        />
      </div>
      {quality.byPlace.length > 0 && (
        <section className="stack" aria-label={say('quality.byPlace')}>
          <h2>{say('quality.byPlace')}</h2>
          <table className="plain shares stacks">
            <thead>
              <tr>
                <th scope="col">{say('quality.place')}</th>
                <th scope="col">{say('quality.right')}</th>
                <th scope="col">{say('quality.interval')}</th>
              </tr>
            </thead>
            <tbody>
              {quality.byPlace.map(({ place, right }) => (
                <tr key={place}>
                  <th scope="row">{say.of('region', place)}</th>
                  <td>{shareInWords(right, say)}</td>
                  <td>
                    <ShareBar share={right} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {quality.rejected.length > 0 && (
        <section className="stack" aria-label={say('quality.rejected')}>
          <h2>{say('quality.rejected')}</h2>
          <ul>
            {quality.rejected.map(({ reason, count }) => (
              <li key={reason}>
                {say.of('reject', reason)}: {count}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="muted">
        {say('quality.marked', { wrong: quality.marked.wrong, missed: quality.marked.missed })}
      </p>
    </>
  );
}

function Figure({
  title,
  share,
  note,
}: {
  readonly title: string;
  readonly share: FindingQuality['right'];
  readonly note: string;
}): ReactElement {
  const say = useSay();
  return (
    <section className="panel stack" aria-label={title}>
      <h2>{title}</h2>
      <p className="figure-number">{shareInWords(share, say)}</p>
      <ShareBar share={share} />
      <p className="muted small">{note}</p>
    </section>
  );
}
