import type { ReactElement } from 'react';
import { uiLanguages, useLanguageChoice, useSay } from '../words/use-words.tsx';

const names = { nl: 'Nederlands', fr: 'Français', en: 'English' } as const;

export function LanguageSwitch(): ReactElement {
  const say = useSay();
  const choose = useLanguageChoice();
  return (
    <fieldset className="language-switch plain-set">
      <legend className="hidden-words">{say('settings.language')}</legend>
      {uiLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === say.language}
          onClick={() => choose(language)}
        >
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span className="hidden-words">{names[language]}</span>
        </button>
      ))}
    </fieldset>
  );
}
