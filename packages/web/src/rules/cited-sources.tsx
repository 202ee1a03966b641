// Sources as a reader needs them: what it is, where in it, how far it was read, and the way there.

import type { KnowledgeEntry } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { RuleLink } from './rule-link.tsx';
import { Told } from './told.tsx';
import { useRulesWords } from './use-rules-words.ts';

type Cited = Extract<KnowledgeEntry, { kind: 'rule' }>['citations'][number];

export function CitedSources({ citations }: { readonly citations: readonly Cited[] }): ReactElement {
  const say = useRulesWords();
  return (
    <section aria-label={say('entry.sources')}>
      <h2>{say('entry.sources')}</h2>
      <ul className="cited">
        {citations.map(({ where, source }) => (
          <li key={`${source.id} ${where}`}>
            {source.address === null ? source.title : <a href={source.address}>{source.title}</a>}
            <br />
            <span className="muted">
              {source.publisher}
              {source.year !== null && `, ${source.year}`} · {say(`kind.${source.kind}`)} ·{' '}
              <span lang="en">{where}</span> · <RuleLink id={source.id} />
            </span>
            {!source.confirmed && (
              <>
                <br />
                <span className="unknown">{say('entry.unconfirmed')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SourceBody({
  entry: { source, basis, readOn, unlinked, usedBy },
}: {
  readonly entry: Extract<KnowledgeEntry, { kind: 'source' }>;
}): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  return (
    <>
      <p className="rule-sentence">{source.title}</p>
      <p>
        {source.publisher}
        {source.year !== null && `, ${source.year}`} · {say(`kind.${source.kind}`)}
      </p>
      <p>
        {source.address === null ? (
          say('entry.noAddress', { why: unlinked ?? '–' })
        ) : (
          <a href={source.address}>{say('entry.open')}</a>
        )}
      </p>
      <p className="muted">
        {say('entry.read', { basis: say(`basis.${basis}`), day: dayInWords(readOn, appSay) })}
      </p>
      {!source.confirmed && (
        <p>
          <span className="unknown">{say('entry.unconfirmed')}</span>
        </p>
      )}
      <section aria-label={say('entry.rest')}>
        <h2>{say('entry.rest')}</h2>
        <ul className="plain-list">
          {usedBy.map(({ id, says, sentences }) => (
            <li key={id} className="rule-line">
              <RuleLink id={id} /> <Told english={says} told={sentences} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
