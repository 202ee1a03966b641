// Single keys for actions, as a nurse's hands learn them. Never while something is being typed, never with Ctrl or Alt,
// and off altogether for who turned them off. A digit is read by its place on the keyboard, because AZERTY needs Shift for it.

import { useEffect, useRef } from 'react';
import { useAway } from '../api/use-session.tsx';

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

const none: KeyActions = {};

/** Of every part of the page that listens. */
const listening = new Set<{ readonly current: KeyActions }>();

/** Whether a key does something on the page as it is now. */
export function doesSomething(key: string): boolean {
  return [...listening].some(({ current }) => current[key] !== undefined);
}

const kept = 'breekpunt.singleKeys';

export function singleKeysOn(): boolean {
  return localStorage.getItem(kept) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
}

export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  const away = useAway();
  latest.current = away ? none : actions;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const name = keyName(event);
      if (name === null) return;
      const action = latest.current[name];
      if (action === undefined || event.defaultPrevented) return;
      const withControl = name.startsWith('Ctrl+');
      if (!withControl && name !== 'Escape' && (!singleKeysOn() || isTyping(event.target))) return;
      if (!withControl && name === 'Enter' && isControl(event.target)) return;
      event.preventDefault();
      action();
    };
    listening.add(latest);
    document.addEventListener('keydown', pressed);
    return () => {
      listening.delete(latest);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
}

/** "j", "?", "Enter", "Ctrl+k", "Digit1"; null for what is no action of ours. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.key.toLowerCase()}`;
  if (/^(Digit|Numpad)\d$/.test(event.code)) return `Digit${event.code.at(-1)}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role=dialog]') !== null) return true;
  const field = target.closest('input, textarea, select');
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox');
}

/** Enter on a button or link is that button's own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null;
}
