// Arriving on another page: at its top, or at the part that the address names as soon as that is there. Who goes back by the
// browser is brought back by the browser. Focus that went away with the page before goes to the page, so that the keyboard
// goes on from there; a page that takes the focus itself keeps it.

import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

export function useArrival(page: RefObject<HTMLElement | null>): void {
  const [path] = useLocation();
  const opened = useRef(false);
  const goesBack = useRef(false);
  useEffect(() => {
    const heard = (): void => {
      goesBack.current = true;
    };
    // Before the page changes, which listens to the same event.
    addEventListener('popstate', heard, { capture: true });
    return () => removeEventListener('popstate', heard, { capture: true });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every path is an arrival
  useEffect(() => {
    const isFirst = !opened.current;
    const isBack = goesBack.current;
    opened.current = true;
    goesBack.current = false;
    const part = location.hash.slice(1);
    if (part !== '' && !isBack) return whenThere(part, goTo);
    if (!isFirst && !isInside(page.current, document.activeElement)) {
      if (!isBack) scrollTo(0, 0);
      if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
    }
    return undefined;
  }, [path, page]);
}

function isInside(page: HTMLElement | null, element: Element | null): boolean {
  return page !== null && element !== page && page.contains(element);
}

function goTo(part: HTMLElement): void {
  part.scrollIntoView();
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  part.focus({ preventScroll: true });
}

/** Calls once the element stands on the page, now or when what it is made of has come. Answers how to stop. */
function whenThere(id: string, found: (element: HTMLElement) => void): () => void {
  const look = (): boolean => {
    const element = document.getElementById(id);
    if (element !== null) found(element);
    return element !== null;
  };
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  if (!look()) observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
