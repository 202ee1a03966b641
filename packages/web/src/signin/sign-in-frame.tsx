// The frame of every page before the app: the name of the product, one heading, one form.

import { type ReactElement, type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Logo } from '../shell/logo.tsx';
import { useSay } from '../words/use-words.tsx';
import './sign-in.css';

export function SignInFrame({
  title,
  synthetic = false,
  over = false,
  children,
}: {
  readonly title: string;
  readonly synthetic?: boolean;
  /** It covers a page that waits. */
  readonly over?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const say = useSay();
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Breekpunt`;
    return () => {
      document.title = before;
    };
  }, [title]);
  const frame = (
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
  return over ? <div className="over-page">{frame}</div> : frame;
}
