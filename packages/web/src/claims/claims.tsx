// The claim checker: a text is pasted, and comes back with each claim of the register underlined, what is known beside it, and
// what was not checked said in as many words.

import type { CheckedText, ShownClaim } from '@breekpunt/server';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { Failure } from '../shell/failure.tsx';
import { checkedPieces } from './checked-pieces.ts';
import { useClaimsWords } from './use-claims-words.ts';
import './claims.css';

const languages = ['nl', 'fr', 'en'] as const;
const registerSize = 31;

export default function Claims(): ReactElement {
  const say = useClaimsWords();
  const [text, setText] = useState('');
  const [language, setLanguage] = useState('');
  const result = useRef<HTMLElement>(null);
  const check = useMutation({
    mutationFn: (pasted: string) =>
      request<CheckedText>('POST', '/api/claims/check', {
        text: pasted,
        ...(language === '' ? {} : { language }),
      }),
    onSuccess: () => requestAnimationFrame(() => result.current?.focus()),
  });
  return (
    <div className="stack claims">
      <h1>{say('title')}</h1>
      <p>{say('intro')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate(text);
        }}
      >
        <Textarea
          label={say('text')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          rows={9}
          maxLength={100_000}
        />
        <div className="line ends">
          <NativeSelect
            label={say('language')}
            value={language}
            onChange={({ currentTarget: { value } }) => setLanguage(value)}
            data={[
              { value: '', label: say('language.auto') },
              ...languages.map((value) => ({ value, label: say(`language.${value}`) })),
            ]}
          />
          <Button type="submit" variant="filled">
            {say('check')}
          </Button>
          <Button variant="default" onClick={() => setText(say('exampleText'))}>
            {say('example')}
          </Button>
        </div>
      </form>
      {check.isError && <Failure error={check.error} retry={() => check.mutate(text)} />}
      {check.isSuccess && (
        <section ref={result} tabIndex={-1} className="stack" aria-label={say('where')}>
          <Checked text={check.variables} checked={check.data} />
        </section>
      )}
    </div>
  );
}

function Checked({ text, checked }: { readonly text: string; readonly checked: CheckedText }): ReactElement {
  const say = useClaimsWords();
  const { found, notChecked, notRecognised, claims, sentences, language } = checked;
  if (language === null)
    return (
      <>
        <h2>{say('foreign')}</h2>
        <p>{say('foreign.what')}</p>
      </>
    );
  return (
    <>
      <h2>
        {found.length === 0
          ? say('clean', { n: registerSize })
          : say(found.length === 1 ? 'found.one' : 'found.other', { n: found.length })}
      </h2>
      <p className="muted">
        {say('read', { n: sentences, language: say(`language.${language}`) })}{' '}
        {notChecked.length === 0
          ? say('notChecked.none')
          : say(notChecked.length === 1 ? 'notChecked.one' : 'notChecked.other', {
              n: notChecked.length,
            })}{' '}
        {notRecognised.length > 0 &&
          say(notRecognised.length === 1 ? 'notRecognised.one' : 'notRecognised.other', {
            n: notRecognised.length,
          })}
      </p>
      <div className="claims-columns">
        <div className="panel checked-text" lang={language}>
          {checkedPieces(text, checked).map(
            ({ start, text: piece, claims: ids, notChecked: open, notRecognised: silent }) =>
              ids.length > 0 ? (
                <mark key={start} className="claim">
                  {piece}
                  {ids.map((id) => (
                    <a key={id} className="claim-mark" href={`#claim-${id}`}>
                      {id}
                    </a>
                  ))}
                </mark>
              ) : open ? (
                <span key={start} className="claim-open">
                  {piece} <span className="small">[{say('tick')}]</span>
                </span>
              ) : (
                <span key={start} className={silent ? 'claim-silent' : undefined}>
                  {piece}
                </span>
              ),
          )}
        </div>
        <div className="stack">
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          <p className="muted small">{say('limits')}</p>
        </div>
      </div>
    </>
  );
}

function ClaimCard({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const say = useClaimsWords();
  return (
    <article className="panel stack claim-card" id={`claim-${claim.id}`} aria-label={claim.id}>
      <h3>
        {claim.id} · {say(`verdict.${claim.verdict}`)}
        {claim.status === 'draft' && <span className="status-tag">{say('draft')}</span>}
      </h3>
      <dl>
        <dt>{say('says')}</dt>
        <dd>{claim.says[say.language]}</dd>
        <dt>{say('evidence')}</dt>
        <dd>{claim.evidence[say.language]}</dd>
        <dt>{say('wording')}</dt>
        <dd>{claim.wording[say.language]}</dd>
        <dt>{say('sources')}</dt>
        {claim.sources.map(({ id, title, address }) => (
          <dd key={id}>
            {address === null ? title : <a href={address}>{title}</a>} · <RuleLink id={id} />
          </dd>
        ))}
      </dl>
    </article>
  );
}
