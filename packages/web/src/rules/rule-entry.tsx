// What stands behind one id: the sentence, its status, the sources with their place, the cases, and who signed it.

import type { KnowledgeEntry } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { refusalFrom } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { CitedSources, SourceBody } from './cited-sources.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { entryQuery } from './rules-queries.ts';
import { SignOffLine } from './sign-off-line.tsx';
import { StatusTag } from './status-tag.tsx';
import { Told } from './told.tsx';
import { useRulesWords } from './use-rules-words.ts';
import { useValueInWords } from './value-in-words.ts';

export function RuleEntry(): ReactElement {
  const say = useRulesWords();
  const id = new URLSearchParams(useSearch()).get('id') ?? '';
  const found = useQuery(entryQuery(id));
  return (
    <article className="stack rules rule-entry">
      <p>
        <Link href="/rules">{say('entry.back')}</Link>
      </p>
      <h1>{id}</h1>
      {found.isPending && <GreyRows rows={5} />}
      {found.isLoadingError &&
        (refusalFrom(found.error).code === 'not-found' ? (
          <p>{say('entry.noSuch')}</p>
        ) : (
          <Failure error={found.error} retry={() => void found.refetch()} />
        ))}
      {found.data !== undefined && <Entry entry={found.data} />}
    </article>
  );
}

function Entry({ entry }: { readonly entry: KnowledgeEntry }): ReactElement {
  switch (entry.kind) {
    case 'rule':
      return <RuleBody entry={entry} />;
    case 'parameter':
      return <ParameterBody entry={entry} />;
    case 'model':
      return <ModelBody entry={entry} />;
    case 'source':
      return <SourceBody entry={entry} />;
    default:
      return <WordBody entry={entry} />;
  }
}

type Of<K extends KnowledgeEntry['kind']> = { readonly entry: Extract<KnowledgeEntry, { kind: K }> };

function RuleBody({ entry: { rule, citations, cases, signedSet } }: Of<'rule'>): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  return (
    <>
      <p className="rule-sentence">{ruleSentence(rule, say.language)}</p>
      {say.language !== 'en' && (
        <p className="muted">
          {say('entry.english')} <span lang="en">{rule.text}</span>
        </p>
      )}
      <p className="line">
        <StatusTag status={rule.status} />
        {rule.country !== null && (
          <span className="muted">{say('only', { country: say(`country.${rule.country}`) })}</span>
        )}
        {rule.retired !== null && (
          <span className="muted">{say('retired', { day: dayInWords(rule.retired, appSay) })}</span>
        )}
      </p>
      <CitedSources citations={citations} />
      {signedSet !== null && (
        <section className="stack" aria-label={say('entry.set')}>
          <h2>
            {say('entry.set')}: {say.of('set', signedSet.set)}
          </h2>
          <SignOffLine set={signedSet} />
        </section>
      )}
      <section aria-label={say('entry.cases')}>
        <h2>{say('entry.cases')}</h2>
        {say.language !== 'en' && <p className="muted small">{say('entry.cases.english')}</p>}
        <ul lang="en">
          {cases.map(({ name, on }) => (
            <li key={`${on} ${name}`}>{name}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function ParameterBody({ entry: { parameter, checked, values } }: Of<'parameter'>): ReactElement {
  const appSay = useSay();
  const say = useRulesWords();
  const inWords = useValueInWords();
  return (
    <>
      <p className="rule-sentence">
        <Told english={parameter.meaning} told={parameter.meanings} />
      </p>
      {parameter.country !== null && (
        <p className="muted">{say('only', { country: say(`country.${parameter.country}`) })}</p>
      )}
      <section className="stack" aria-label={say('entry.values')}>
        <h2>{say('entry.values')}</h2>
        {values.toReversed().map(({ from, value, status, cited }) => (
          <div key={from} className="panel stack">
            <p className="line">
              <strong>{dayInWords(from, appSay)}</strong>
              <span>{value === null ? say('noValue') : inWords(value, parameter.unit)}</span>
              <StatusTag status={status} />
            </p>
            <CitedSources citations={[cited]} />
          </div>
        ))}
      </section>
      <p className="muted small">{say('entry.checked', { day: dayInWords(checked.on, appSay) })}</p>
    </>
  );
}

function ModelBody({ entry: { model, numbers, citations } }: Of<'model'>): ReactElement {
  const say = useRulesWords();
  const inWords = useValueInWords();
  const text = (place: string, english: string): ReactElement => (
    <Told english={english} told={model.told[place] ?? null} />
  );
  return (
    <>
      <p className="rule-sentence">
        <span lang="en">{model.name}</span>: {text('meaning', model.meaning)}
      </p>
      <p>
        <StatusTag status={model.status} />
      </p>
      <dl className="facts">
        <dt>{say('entry.edition')}</dt>
        <dd lang="en">{model.edition}</dd>
        <dt>{say('entry.population')}</dt>
        <dd>{text('population', model.population)}</dd>
        <dt>{say('entry.licence')}</dt>
        <dd lang="en">{model.licence}</dd>
      </dl>
      {model.limits.length > 0 && (
        <section aria-label={say('entry.limits')}>
          <h2>{say('entry.limits')}</h2>
          <ul>
            {model.limits.map((limit, place) => (
              <li key={limit}>{text(`limits.${place}`, limit)}</li>
            ))}
          </ul>
        </section>
      )}
      <CitedSources citations={citations} />
      {model.stages.length > 0 && (
        <section aria-label={say('entry.stages')}>
          <h2>{say('entry.stages')}</h2>
          <dl className="facts">
            {model.stages.map(({ code, means }) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{text(`stages.${code}`, means)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {numbers.length > 0 && (
        <section aria-label={say('entry.numbers')}>
          <h2>{say('entry.numbers')}</h2>
          <table className="plain stacks">
            <thead>
              <tr>
                <th scope="col">{say('col.meaning')}</th>
                <th scope="col">{say('col.value')}</th>
                <th scope="col">{say('col.interval')}</th>
                <th scope="col">{say('status')}</th>
              </tr>
            </thead>
            <tbody>
              {numbers.map((number) => (
                <tr key={number.name}>
                  <td>{text(`numbers.${number.name}`, number.meaning)}</td>
                  <td data-head={say('col.value')}>{inWords(number.value, number.unit)}</td>
                  <td {...(number.low === null ? {} : { 'data-head': say('col.interval') })}>
                    {number.low !== null && number.high !== null
                      ? inWords([number.low, number.high], '')
                      : null}
                  </td>
                  <td>
                    <StatusTag status={number.status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function WordBody({ entry }: Of<'word'>): ReactElement {
  const say = useRulesWords();
  return (
    <>
      <p>{say('entry.word.intro')}</p>
      <dl className="facts" lang={entry.language === 'any' ? undefined : entry.language}>
        <dt lang={say.language}>{say('entry.word.forms')}</dt>
        <dd>{entry.words.join(' · ')}</dd>
        <dt lang={say.language}>{say('entry.word.matches')}</dt>
        <dd>{entry.matches ?? '–'}</dd>
        <dt lang={say.language}>{say('entry.word.skips')}</dt>
        <dd>{entry.skips ?? '–'}</dd>
      </dl>
    </>
  );
}
