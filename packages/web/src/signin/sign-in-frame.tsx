// The frame of every page before the app: the name of the product, one heading, one form.

import type { ReactElement, ReactNode } from 'react';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Logo } from '../shell/logo.tsx';
import { useSay } from '../words/use-words.tsx';
import './sign-in.css';

export function SignInFrame({
  title,
  synthetic = false,
  children,
}: {
  readonly title: string;
  readonly synthetic?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const say = useSay();
  return (
    <div className="sign-in">
      {synthetic && <p className="synthetic">{say('synthetic')}</p>}
      <header className="line">
        <Logo />
        <span className="push">
          <LanguageSwitch />
        </span>
      </header>
      <main className="stack">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
