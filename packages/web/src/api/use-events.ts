// Listens to the server's events. Decision: an event never changes what stands on the screen by itself; it says that there is
// something new, and the reader decides when the rows may move. A line that is down for long is said, not hidden, and tried
// again by itself: a browser gives up for good when it is answered with an error.

import { useEffect, useRef, useState } from 'react';
import { useAway } from './use-session.tsx';

export interface Line {
  readonly state: 'open' | 'down';
  /** Tries now, without waiting. */
  again(): void;
}

/** Long enough for a reconnection that nobody would notice. */
const patienceMs = 5_000;
const betweenTriesMs = 10_000;

/** `heard` is called for every event, and once when events may have been missed. */
export function useEvents(heard: (topic: string, id: number | null) => void): Line {
  const away = useAway();
  const [state, setState] = useState<Line['state']>('open');
  const [tries, setTries] = useState(0);
  const openedBefore = useRef(false);
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    if (away) return;
    const source = new EventSource('/api/events');
    let patience: ReturnType<typeof setTimeout> | undefined;
    let next: ReturnType<typeof setTimeout> | undefined;
    source.onopen = () => {
      clearTimeout(patience);
      patience = undefined;
      setState('open');
      if (openedBefore.current) latest.current('missed', null);
      openedBefore.current = true;
    };
    source.onerror = () => {
      patience ??= setTimeout(() => setState('down'), patienceMs);
      if (source.readyState === EventSource.CLOSED)
        next ??= setTimeout(() => setTries(tries + 1), betweenTriesMs);
    };
    source.addEventListener('change', ({ data }) => {
      const event = eventFrom(String(data));
      if (event !== null) latest.current(event.topic, event.id);
    });
    source.addEventListener('missed', () => latest.current('missed', null));
    source.addEventListener('signed-out', () => latest.current('signed-out', null));
    return () => {
      clearTimeout(patience);
      clearTimeout(next);
      source.close();
    };
  }, [away, tries]);
  return { state, again: () => setTries((known) => known + 1) };
}

function eventFrom(text: string): { readonly topic: string; readonly id: number | null } | null {
  try {
    const { topic, id } = JSON.parse(text) as { topic?: unknown; id?: unknown };
    return typeof topic === 'string' ? { topic, id: typeof id === 'number' ? id : null } : null;
  } catch {
    return null;
  }
}
