// The numbers, models and sources of the knowledge, each list a table.

import type { KnowledgeIndex } from '@breekpunt/server';
import type { ReactElement, ReactNode } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { foundLines } from './found-lines.ts';
import type { KnowledgeLinesProps } from './rule-lines.tsx';
import { RuleLink } from './rule-link.tsx';
import { StatusTag } from './status-tag.tsx';
import { Told } from './told.tsx';
import { useRulesWords } from './use-rules-words.ts';
import { useValueInWords } from './value-in-words.ts';

export function ParameterLines({ index, searched }: KnowledgeLinesProps): ReactElement {
  const appSay = useSay();
  const inWords = useValueInWords();
  const say = useRulesWords();
  const found = foundLines(index.parameters, searched, ({ id, meaning, meanings, sets }) =>
    [id, meaning, meanings?.nl ?? '', meanings?.fr ?? '', ...sets.map((set) => say.of('set', set))].join(' '),
  );
  return (
    <Table head={['col.id', 'col.meaning', 'col.value', 'col.since', 'status']} found={found.length}>
      {found.map((line) => (
        <tr key={line.id}>
          <td>
            <RuleLink id={line.id} bare />
          </td>
          <td>
            <Told english={line.meaning} told={line.meanings} />{' '}
            {line.country !== null && (
              <span className="small muted">{say('only', { country: say(`country.${line.country}`) })}</span>
            )}
          </td>
          <td data-head={say('col.value')}>
            {line.value === null ? (
              <span className="unknown">{say('noValue')}</span>
            ) : (
              inWords(line.value, line.unit)
            )}
          </td>
          <td data-head={say('col.since')}>{line.from === null ? null : dayInWords(line.from, appSay)}</td>
          <td>
            <StatusTag status={line.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function ModelLines({ index, searched }: KnowledgeLinesProps): ReactElement {
  const found = foundLines(index.models, searched, ({ id, name, meaning, meanings }) =>
    [id, name, meaning, meanings?.nl ?? '', meanings?.fr ?? ''].join(' '),
  );
  return (
    <Table head={['col.id', 'col.name', 'col.meaning', 'status']} found={found.length}>
      {found.map((line) => (
        <tr key={line.id}>
          <td>
            <RuleLink id={line.id} bare />
          </td>
          <td lang="en">
            {line.name} <span className="muted small">({line.edition})</span>
          </td>
          <td>
            <Told english={line.meaning} told={line.meanings} />
          </td>
          <td>
            <StatusTag status={line.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function SourceLines({ index, searched }: KnowledgeLinesProps): ReactElement {
  const say = useRulesWords();
  const sources = index.sources.map((line) => ({
    ...line,
    status: line.confirmed ? ('confirmed' as const) : ('draft' as const),
  }));
  const here = ({ country }: KnowledgeIndex['sources'][number]): boolean =>
    index.country === null || country === null || country === index.country;
  const found = foundLines(sources.filter(here), searched, ({ id, title, publisher, year, kind }) =>
    [id, title, publisher, year ?? '', say(`kind.${kind}`)].join(' '),
  );
  return (
    <Table head={['col.id', 'col.name', 'col.source', 'status']} found={found.length}>
      {found.map((line) => (
        <tr key={line.id}>
          <td>
            <RuleLink id={line.id} bare />
          </td>
          <td>
            {line.address === null ? line.title : <a href={line.address}>{line.title}</a>}{' '}
            <span className="muted small">
              {say(`kind.${line.kind}`)} · {say('entry.usedBy', { n: line.usedBy })}
            </span>
          </td>
          <td>
            {line.publisher}
            {line.year !== null && `, ${line.year}`}
          </td>
          <td>
            <StatusTag status={line.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface TableProps {
  readonly head: readonly (
    | 'col.id'
    | 'col.meaning'
    | 'col.value'
    | 'col.since'
    | 'col.name'
    | 'col.source'
    | 'status'
  )[];
  readonly found: number;
  readonly children: ReactNode;
}

function Table({ head, found, children }: TableProps): ReactElement {
  const say = useRulesWords();
  if (found === 0) return <p role="status">{say('none')}</p>;
  return (
    <>
      <p role="status" className="muted small">
        {say('shown', { n: found })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={say('shown', { n: found })}>
        <table className="plain stacks">
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </>
  );
}
