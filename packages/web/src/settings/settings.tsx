// What each person sets for themselves: language, light or dark, single keys, password, second factor.

import { Button, Radio, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { NotSaved } from '../shell/failure.tsx';
import { SingleKeysSwitch } from '../shell/key-list.tsx';
import { PasswordForm } from '../signin/change-password.tsx';
import { SecondFactorForm } from '../signin/set-second-factor.tsx';
import { type UiLanguage, useLanguageChoice, useSay } from '../words/use-words.tsx';
import './settings.css';

const schemes = ['auto', 'light', 'dark'] as const;
const languages = { nl: 'Nederlands', fr: 'Français', en: 'English' } as const;

export default function Settings(): ReactElement {
  const say = useSay();
  const session = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = useLanguageChoice();
  // A new secret is made only for who asks for one.
  const [wantsFactor, setWantsFactor] = useState(false);
  const keep = useMutation({
    mutationFn: (language: UiLanguage) => request('PUT', '/api/account/language', { language }),
  });
  return (
    <div className="stack settings">
      <h1>{say('place.settings')}</h1>
      <p>
        {session.user.displayName} · {say.of('role', session.user.role)} · {session.site.name}
      </p>
      <section className="panel stack">
        <Radio.Group
          label={say('settings.language')}
          value={say.language}
          onChange={(language) => {
            choose(language as UiLanguage);
            keep.mutate(language as UiLanguage);
          }}
        >
          <div className="stack choices-of">
            {Object.entries(languages).map(([language, name]) => (
              <Radio key={language} value={language} label={name} lang={language} />
            ))}
          </div>
        </Radio.Group>
        <NotSaved error={keep.error} />
      </section>
      <section className="panel stack">
        <Radio.Group
          label={say('settings.theme')}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as (typeof schemes)[number])}
        >
          <div className="stack choices-of">
            {schemes.map((scheme) => (
              <Radio key={scheme} value={scheme} label={say(`theme.${scheme}`)} />
            ))}
          </div>
        </Radio.Group>
      </section>
      <section className="panel stack for-keys">
        <h2>{say('keys.title')}</h2>
        <SingleKeysSwitch />
      </section>
      {session.hasPassword && (
        <>
          <section className="panel stack">
            <h2>{say('password.title')}</h2>
            <PasswordForm />
          </section>
          <section className="panel stack">
            <h2>{say('factor.title')}</h2>
            {session.hasSecondFactor && <p>{say('factor.isSet')}</p>}
            {wantsFactor ? (
              <SecondFactorForm />
            ) : (
              <p>
                <Button onClick={() => setWantsFactor(true)}>
                  {session.hasSecondFactor ? say('factor.another') : say('factor.set')}
                </Button>
              </p>
            )}
          </section>
        </>
      )}
    </div>
  );
}
