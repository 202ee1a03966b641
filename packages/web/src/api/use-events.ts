// Listens to the server's events. Decision: an event never changes what stands on the screen by itself; it says that there is
// something new, and the reader decides when the rows may move. A line that is down for long is said, not hidden.

import { useEffect, useRef, useState } from 'react';

export type LineState = 'open' | 'down';

/** Long enough for a reconnection that nobody would notice. */
const patienceMs = 5_000;

/** `heard` is called for every event, and once when events may have been missed. */
export function useEvents(heard: (topic: string, id: number | null) => void): LineState {
  const [state, setState] = useState<LineState>('open');
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const source = new EventSource('/api/events');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    source.onopen = () => {
      clearTimeout(waiting);
      waiting = undefined;
      setState('open');
    };
    source.onerror = () => {
      waiting ??= setTimeout(() => setState('down'), patienceMs);
    };
    source.addEventListener('change', ({ data }) => {
      const event = eventFrom(String(data));
      if (event !== null) latest.current(event.topic, event.id);
    });
    source.addEventListener('missed', () => latest.current('missed', null));
    source.addEventListener('signed-out', () => latest.current('signed-out', null));
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, []);
  return state;
}

function eventFrom(text: string): { readonly topic: string; readonly id: number | null } | null {
  try {
    const { topic, id } = JSON.parse(text) as { topic?: unknown; id?: unknown };
    return typeof topic === 'string' ? { topic, id: typeof id === 'number' ? id : null } : null;
  } catch {
    return null;
  }
}
