// The figure of this hospital among the others of the installation, in a funnel: where 95 and 99.8 % of hospitals of that size would
// lie by chance. Decision: no ranking, no names of others, no red; the words under it say whether chance alone explains it.

import type { HospitalsCompared, ShownFigure } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSession } from '../api/use-session.tsx';
import { Failure } from '../shell/failure.tsx';
import { comparedQuery } from './dashboard-queries.ts';
import { percentInWords } from './figure-words.ts';
import { useSay } from './use-dashboard-words.ts';

const [wide, high, left, bottom] = [360, 180, 34, 26];

export function Funnel({
  set,
  indicator,
}: {
  readonly set: string;
  readonly indicator: ShownFigure['indicator'];
}): ReactElement | null {
  const say = useSay();
  const compared = useQuery(comparedQuery(set, indicator.id));
  if (compared.isLoadingError)
    return <Failure error={compared.error} retry={() => void compared.refetch()} />;
  if (compared.data === undefined) return null;
  const { hospitals, tooSmall, funnel } = compared.data;
  return (
    <section className="stack tight" aria-label={say('funnel.title')}>
      <h4>{say('funnel.title')}</h4>
      {hospitals.length < 2 ? (
        <p className="small muted">{say('funnel.alone')}</p>
      ) : (
        <Plot compared={compared.data} />
      )}
      {tooSmall > 0 && <p className="small muted">{say.count('funnel.small', tooSmall)}</p>}
      {funnel.overdispersion !== null && funnel.overdispersion > 1.5 && (
        <p className="small">{say('funnel.overdispersed')}</p>
      )}
    </section>
  );
}

function Plot({ compared }: { readonly compared: HospitalsCompared }): ReactElement {
  const say = useSay();
  const { site } = useSession();
  const { hospitals, limits, funnel } = compared;
  const most = Math.max(1, ...limits.map(({ of }) => of));
  const x = (of: number): number => left + ((wide - left - 8) * of) / most;
  const y = (share: number): number => 8 + (high - bottom - 8) * (1 - share);
  const path = (of: (limit: HospitalsCompared['limits'][number]) => number): string =>
    limits.map((limit, place) => `${place === 0 ? 'M' : 'L'}${x(limit.of)} ${y(of(limit))}`).join(' ');
  const own = hospitals.find((one) => one.own);
  const says =
    own === undefined || own.of === 0 ? say('fig.nothing') : percentInWords(own.count / own.of, say);
  return (
    <svg
      className="funnel"
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={say('funnel.says', { name: site.name, share: says, n: hospitals.length })}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={left} x2={wide - 8} y1={y(share)} y2={y(share)} />
          <text x={left - 4} y={y(share) + 4} textAnchor="end">
            {share * 100}
          </text>
        </g>
      ))}
      {funnel.centre !== null && (
        <line className="median" x1={left} x2={wide - 8} y1={y(funnel.centre)} y2={y(funnel.centre)} />
      )}
      <path className="limit95" d={path(({ low95 }) => low95)} />
      <path className="limit95" d={path(({ high95 }) => high95)} />
      <path className="limit998" d={path(({ low998 }) => low998)} />
      <path className="limit998" d={path(({ high998 }) => high998)} />
      {hospitals.map(({ count, of, own: ours }) => (
        <circle
          key={`${count} ${of} ${ours}`}
          className={ours ? 'own' : 'other'}
          cx={x(of)}
          cy={y(count / of)}
          r={ours ? 5 : 3.5}
        />
      ))}
      {own !== undefined && (
        <text
          className="name"
          x={Math.min(x(own.of) + 8, wide - 8)}
          y={y(own.count / own.of) - 7}
          textAnchor={x(own.of) > wide / 2 ? 'end' : 'start'}
        >
          {site.name}
        </text>
      )}
      <text x={left} y={high - 6}>
        0
      </text>
      <text x={wide - 8} y={high - 6} textAnchor="end">
        {say('funnel.patients', { n: most })}
      </text>
    </svg>
  );
}
