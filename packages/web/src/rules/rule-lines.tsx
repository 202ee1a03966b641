// The rules, set by set, each set with who signed it.

import type { KnowledgeIndex } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { foundLines, type Searched } from './found-lines.ts';
import { RuleLink } from './rule-link.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { SignOffLine } from './sign-off-line.tsx';
import { StatusTag } from './status-tag.tsx';
import { useRulesWords } from './use-rules-words.ts';

export interface KnowledgeLinesProps {
  readonly index: KnowledgeIndex;
  readonly searched: Searched;
}

export function RuleLines({ index, searched }: KnowledgeLinesProps): ReactElement {
  const say = useRulesWords();
  const titles = new Map(index.sources.map(({ id, title }) => [id, title]));
  const found = foundLines(index.rules, searched, ({ id, set, text, sentences, sources }) =>
    [
      id,
      say.of('set', set),
      text,
      sentences.nl,
      sentences.fr,
      ...sources.map((each) => titles.get(each) ?? ''),
    ].join(' '),
  );
  if (found.length === 0) return <p role="status">{say('none')}</p>;
  return (
    <>
      <p role="status" className="muted small">
        {say('shown', { n: found.length })}
      </p>
      {index.sets
        .filter(({ set }) => found.some((rule) => rule.set === set))
        .map((set) => (
          <section key={set.set} className="rule-set" aria-label={say.of('set', set.set)}>
            <h2>{say.of('set', set.set)}</h2>
            <SignOffLine set={set} />
            <ul className="plain-list">
              {found
                .filter((rule) => rule.set === set.set)
                .map((rule) => (
                  <li key={rule.id} className="rule-line">
                    <RuleLink id={rule.id} bare />
                    <p>{ruleSentence(rule, say.language)}</p>
                    <span className="rule-facts">
                      <StatusTag status={rule.status} />
                      {rule.country !== null && (
                        <span className="small muted">
                          {say('only', { country: say(`country.${rule.country}`) })}
                        </span>
                      )}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  );
}
