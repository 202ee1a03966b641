// Where it broke: a plain figure of the body with the places of all fractures, and the spine from C1 to L5 with its levels. A
// figure of places known, no more: an unmarked bone is not said to be whole.

import type { CasePage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { placeInWords } from '../format/fractures.ts';
import { useSay } from '../words/use-words.tsx';
import { bodyPlaces } from './body-places.ts';
import './body-figure.css';

type Episode = CasePage['episodes'][number];

const levels = [
  ...Array.from({ length: 7 }, (_, at) => `C${at + 1}`),
  ...Array.from({ length: 12 }, (_, at) => `T${at + 1}`),
  ...Array.from({ length: 5 }, (_, at) => `L${at + 1}`),
];

export function BodyFigure({ episodes }: { readonly episodes: readonly Episode[] }): ReactElement {
  const say = useSay();
  const [own, ...others] = episodes.filter(({ status }) => status !== 'excluded');
  const known = [...others, ...(own === undefined ? [] : [own])];
  const description = known.map((each) => placeInWords(each, say)).join('; ');
  const broken = new Map(
    known.flatMap((each) => each.levels.map((level) => [level as string, each] as const)),
  );
  return (
    <section className="panel body-figure" aria-label={say('figure.title')}>
      <h2 className="hidden-words">{say('figure.title')}</h2>
      <svg viewBox="0 0 320 330" role="img" aria-label={say('figure.says', { places: description })}>
        <g className="outline" aria-hidden="true">
          <circle cx="100" cy="28" r="18" />
          <path d="M92 46v10q-24 2-34 12-8 8-12 34l-10 62M108 46v10q24 2 34 12 8 8 12 34l10 62" />
          <path d="M70 82v56q-4 16-4 34l-4 66 2 62M130 82v56q4 16 4 34l4 66-2 62" />
          <path d="M96 178l-10 60-4 62M104 178l10 60 4 62" />
          <path d="M70 138q30 14 60 0" />
          <path d="M78 72q22 10 44 0M80 88q20 9 40 0M82 104q18 8 36 0" className="ribs" />
        </g>
        <text x="24" y="16" className="side-word">
          {say('side.right')}
        </text>
        <text x="148" y="16" className="side-word">
          {say('side.left')}
        </text>
        {known.flatMap((each) =>
          bodyPlaces(each.site, each.side).map(({ x, y }) => (
            <g
              key={`${each.id} ${x}`}
              className={each === own ? 'broken own' : 'broken'}
              data-doubt={each.status === 'possible' || undefined}
            >
              <circle cx={x} cy={y} r={each === own ? 9 : 6} />
              {each === own && <path d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />}
            </g>
          )),
        )}
        <g className="spine" aria-hidden="true">
          {levels.map((level, at) => {
            const episode = broken.get(level);
            const size = level.startsWith('C') ? 16 : level.startsWith('T') ? 20 : 26;
            return (
              <g
                key={level}
                className={episode === undefined ? undefined : episode === own ? 'broken own' : 'broken'}
                data-doubt={episode?.status === 'possible' || undefined}
              >
                <rect x={250 - size / 2} y={10 + at * 13} width={size} height="11" rx="2" />
                {episode !== undefined && (
                  <text x="282" y={19 + at * 13}>
                    {say.language === 'fr' ? level.replace('T', 'D') : level}
                  </text>
                )}
                {(level === 'C1' || level === 'T1' || level === 'L1') && episode === undefined && (
                  <text x="282" y={19 + at * 13} className="faint">
                    {say.language === 'fr' ? level.replace('T', 'D') : level}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      </svg>
      <ul className="small">
        {known.toReversed().map((each) => (
          <li key={each.id} className={each === own ? 'own' : undefined}>
            {placeInWords(each, say)}
            {each.status !== 'present' && `, ${say.of('status', each.status)}`}
            {each.onset === 'prevalent' && `, ${say('onset.prevalent')}`}
          </li>
        ))}
      </ul>
      <p className="muted small">{say('figure.note')}</p>
    </section>
  );
}
