// One decision aid. On screen and on paper the same: what it is, what is to be chosen, the options in identical rows, what
// matters to the patient, and where the numbers come from. Each number opens its source. Of many options a few are laid beside
// each other. On paper the comparison is the first sheet, at most four options wide, so that its letters can be read at arm's
// length; what stands behind the numbers comes on the next.

import type { GridsAnswer } from '@breekpunt/server';
import { Button, Checkbox } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../format/dates.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { useSay } from '../words/use-words.tsx';
import { GridTable } from './grid-table.tsx';
import { useAidsWords } from './use-aids-words.ts';
import { ValuesStep } from './values-step.tsx';

type Grid = GridsAnswer['grids'][number];

const mostBesideEachOther = 3;
/** Columns of one sheet of paper, so that its letters stay at nine points or more. */
const mostOnPaper = 4;

/** As even as can be: of five options three and two, not four and one. */
function inPortions(options: Grid['options'], most: number): readonly Grid['options'][] {
  const portions = Math.max(1, Math.ceil(options.length / most));
  const size = Math.ceil(options.length / portions);
  return Array.from({ length: portions }, (_, n) => options.slice(n * size, (n + 1) * size));
}

export function GridSheet({ grid }: { readonly grid: Grid }): ReactElement {
  const say = useAidsWords();
  const appSay = useSay();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const options = chosen.length === 0 ? grid.options : grid.options.filter(({ id }) => chosen.includes(id));
  return (
    <article className="stack grid-sheet" aria-label={grid.title}>
      <p className="no-print">
        <Link href="/aids">{say('back')}</Link>
      </p>
      <div className="line">
        <h1 lang={grid.language}>{grid.title}</h1>
        <Button className="push no-print" variant="default" onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
      {grid.status === 'draft' && <p className="unknown">{say('draft')}</p>}
      {grid.overdue && <p className="error-text">{say('overdue')}</p>}
      {grid.alarm !== null && (
        <p className="grid-alarm" lang={grid.language}>
          <strong>{say('alarm')}:</strong> {grid.alarm}
        </p>
      )}
      <dl className="grid-facts" lang={grid.language}>
        {(['condition', 'decision', 'who'] as const).map((key) => (
          <div key={key}>
            <dt lang={say.language}>{say(key)}</dt>
            <dd>{grid[key]}</dd>
          </div>
        ))}
      </dl>
      {grid.options.length > mostBesideEachOther && (
        <fieldset className="grid-picks no-print">
          <legend>{say('pick', { n: grid.options.length })}</legend>
          {grid.options.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={<span lang={grid.language}>{name}</span>}
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen((now) => (checked ? [...now, id] : now.filter((each) => each !== id)))
              }
            />
          ))}
        </fieldset>
      )}
      {options.length < grid.options.length && (
        <p className="muted">{say('picked', { n: options.length, of: grid.options.length })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard (WCAG 2.1.1) */}
      <section className="grid-scroll" aria-label={say('compare')} tabIndex={0}>
        <GridTable grid={grid} options={options} />
      </section>
      <div className="grid-on-paper">
        {inPortions(options, mostOnPaper).map((few) => (
          <GridTable key={few[0]?.id} grid={grid} options={few} />
        ))}
      </div>
      <dl className="grid-facts" lang={grid.language}>
        {(['experience', 'uncertainty'] as const).map((key) => (
          <div key={key}>
            <dt lang={say.language}>{say(key)}</dt>
            <dd>{grid[key]}</dd>
          </div>
        ))}
      </dl>
      <section className="stack" aria-label={say('tests')}>
        <h2>{say('tests')}</h2>
        {grid.withoutTests !== null && <p lang={grid.language}>{grid.withoutTests}</p>}
        {grid.tests.map((test) => (
          <div key={test.id} lang={grid.language}>
            <h3>{test.name}</h3>
            <dl className="grid-facts">
              {(['positive', 'negative', 'harmless', 'accuracy'] as const).map((key) => (
                <div key={key}>
                  <dt lang={say.language}>{say(`test.${key}`)}</dt>
                  <dd>{test[key]}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
      <ValuesStep grid={grid} />
      <section aria-label={say('sources')}>
        <h2>{say('sources')}</h2>
        <ol className="grid-sources">
          {grid.sources.map(({ id, title, where, address }) => (
            <li key={id} id={`source-${id}`}>
              {address === null ? title : <a href={address}>{title}</a>},{' '}
              <span className="muted">{where}</span> · <RuleLink id={id} />
            </li>
          ))}
        </ol>
      </section>
      <p className="muted small" lang={grid.language}>
        {say('funding')}: {grid.funding}
        <br />
        {say('made', {
          made: dayInWords(grid.update.made, appSay),
          review: dayInWords(grid.update.reviewBy, appSay),
          policy: grid.update.policy,
        })}
      </p>
    </article>
  );
}
