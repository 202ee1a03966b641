// One figure: what it is, the share with n/N and interval, "of known", its level in a word, last year, two years of months, and its
// patients.

import type { ShownFigure } from '@breekpunt/server';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../format/dates.ts';
import { monthsInWords, patientsAddress, percentInWords, shareInWords, titleOf } from './figure-words.ts';
import { Funnel } from './funnel.tsx';
import { RunChart } from './run-chart.tsx';
import { useSay } from './use-dashboard-words.ts';

export function FigureRow({
  set,
  shown,
}: {
  readonly set: string;
  readonly shown: ShownFigure;
}): ReactElement {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { indicator, figure, before, months } = shown;
  const counted = figure.ofAll.share !== null;
  const few = counted && figure.small;
  // A caseload has no share of its own in a month, and verdicts are not counted by month.
  const hasMonths = !['caseload', 'precision', 'recall'].includes(indicator.counts);
  // Nobody wrote anything down: that is not 0 %.
  const noneKnown = counted && indicator.counts === 'share' && figure.ofKnown.of === 0;
  const countsPatients = indicator.counts === 'share' || indicator.counts === 'injections';
  return (
    <article className="figure-row" aria-labelledby={`figure-${indicator.id}`}>
      <div className="stack tight">
        <h3 id={`figure-${indicator.id}`}>
          <span className="figure-id">{indicator.number}</span> {titleOf(indicator, say)}
        </h3>
        {shown.needsCaseload ? (
          <p className="unknown">{say('fig.needsCaseload')}</p>
        ) : noneKnown ? (
          <p className="unknown">{say('fig.noneKnown', { of: figure.ofAll.of })}</p>
        ) : (
          // A share of a few patients says little and may point at one of them: counts stay on the screen, off the paper.
          <p className={few ? 'figure-number noprint' : 'figure-number'}>
            {few ? `${figure.ofAll.count}/${figure.ofAll.of}` : shareInWords(figure.ofAll, say)}
          </p>
        )}
        {few && <p className="small muted">{say('fig.small')}</p>}
        {counted && countsPatients && !noneKnown && !few && (
          <p className="small muted">
            {say('fig.ofKnown', { count: figure.ofKnown.count, of: figure.ofKnown.of })}
            {figure.ofKnown.share !== null && `${say('colon')} ${percentInWords(figure.ofKnown.share, say)}`}
          </p>
        )}
        <p className="small muted">
          {monthsInWords(months, say)}
          {before.ofAll.share !== null &&
            !before.small &&
            ` · ${say('fig.before')} ${percentInWords(before.ofAll.share, say)} (${before.ofAll.count}/${before.ofAll.of})`}
        </p>
        {hasMonths && !noneKnown && <LastMonth shown={shown} />}
        <div className="figure-more noprint">
          <button
            type="button"
            className="chip"
            aria-expanded={open}
            onClick={() => setOpen((known) => !known)}
          >
            {say(open ? 'fig.less' : 'fig.more')}
          </button>
        </div>
      </div>
      <div className="stack tight">
        {figure.colour !== null && !figure.small && !noneKnown && (
          <p className={`level level-${figure.colour}`}>{say.of('level', figure.colour)}</p>
        )}
        {indicator.references.slice(0, 1).map((reference) => (
          <p key={reference.year} className="small muted">
            {say('fig.reference', {
              percent: new Intl.NumberFormat(say.language).format(reference.percent),
              population: say.of('population', reference.population),
              year: reference.year,
            })}
          </p>
        ))}
        <PatientLinks set={set} shown={shown} />
      </div>
      {hasMonths && !noneKnown ? <RunChart shown={shown} /> : <span />}
      {open && <More set={set} shown={shown} />}
    </article>
  );
}

/** The last month in which everybody can be judged, against the same month a year before. */
function LastMonth({ shown: { byMonth } }: { readonly shown: ShownFigure }): ReactElement | null {
  const say = useSay();
  const place = byMonth.findLastIndex(({ early }) => !early);
  const [month, before] = [byMonth[place], byMonth[place - 12]];
  if (month === undefined || before === undefined) return null;
  // Months are small: their counts stay on the screen, off the paper.
  const says = ({ share, achieved, of }: typeof month): string =>
    share === null ? say('fig.nobody') : `${percentInWords(share, say)} (${achieved}/${of})`;
  return (
    <p className="small muted noprint">
      {say('fig.lastMonth', {
        month: dayInWords(month.month.slice(0, 7), say),
        now: says(month),
        before: says(before),
      })}
    </p>
  );
}

function PatientLinks({ set, shown }: { readonly set: string; readonly shown: ShownFigure }): ReactElement {
  const say = useSay();
  const { indicator, figure, months } = shown;
  // Made of verdicts and of a sample of reports, which have a page of their own.
  if (indicator.counts === 'precision' || indicator.counts === 'recall')
    return (
      <p className="small noprint">
        <Link href="/finding">{say('fig.verdicts')}</Link>
      </p>
    );
  const standings = ['achieved', 'missed', 'not-recorded'] as const;
  const fields = indicator.counts === 'completeness';
  return (
    <ul className="plain-list small figure-patients noprint">
      {standings
        .filter((standing) => figure.tally[standing] > 0)
        .map((standing) => (
          <li key={standing}>
            <Link href={patientsAddress(set, indicator.id, months, standing)}>
              {fields
                ? say.of('standingFields', standing)
                : `${say.of('standing', standing)}${say('colon')} ${figure.tally[standing]}`}
            </Link>
          </li>
        ))}
    </ul>
  );
}

function More({ set, shown }: { readonly set: string; readonly shown: ShownFigure }): ReactElement {
  const say = useSay();
  const { indicator, byMonth } = shown;
  return (
    <div className="figure-details stack">
      <p className="small">
        {say('fig.source')} {indicator.source.id}, {indicator.source.where}.{' '}
        {indicator.denominator === 'own' && <strong>{say('fig.ownDefinition')}</strong>}{' '}
        {indicator.status === 'draft' && <strong>{say('fig.draft')}</strong>}
      </p>
      {indicator.references.length > 0 && (
        <ul className="small">
          {indicator.references.map((reference) => (
            <li key={`${reference.year} ${reference.population}`}>
              {say('fig.reference', {
                percent: new Intl.NumberFormat(say.language).format(reference.percent),
                population: say.of('population', reference.population),
                year: reference.year,
              })}{' '}
              ({reference.source.id}, {reference.source.where})
            </li>
          ))}
        </ul>
      )}
      {(indicator.counts === 'share' || indicator.counts === 'injections') && (
        <Funnel set={set} indicator={indicator} />
      )}
      <div className="scrolls">
        <table className="plain">
          <caption className="hidden-words">{titleOf(indicator, say)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('fig.month')}</th>
              <th scope="col">{say('fig.share')}</th>
            </tr>
          </thead>
          <tbody>
            {byMonth.toReversed().map(({ month, achieved, of, share, early }) => (
              <tr key={month}>
                <th scope="row">{dayInWords(month.slice(0, 7), say)}</th>
                <td>
                  {share === null
                    ? say(early ? 'fig.tooEarly' : 'fig.nobody')
                    : `${percentInWords(share, say)} (${achieved}/${of})${early ? `, ${say('fig.tooEarly')}` : ''}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
