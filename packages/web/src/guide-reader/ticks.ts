// Ticking off without a new page: the mark changes at once and the form goes out behind it. Without a connection the worker
// of the guide keeps it (worker.ts), so the mark stands either way; until the server has it, this device remembers it.

import { newId } from './new-id.ts';

export function ticks(path: string): void {
  const kept = keptToday(path);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tick]')) {
    const button = form.querySelector<HTMLButtonElement>('button');
    const what = form.dataset['tick'] ?? '';
    if (button === null) continue;
    const known = kept.get(what);
    if (known !== undefined) mark(form, button, known);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const done = button.getAttribute('aria-pressed') !== 'true';
      const fields = new URLSearchParams({
        what,
        here: '/vandaag',
        undone: done ? '0' : '1',
        sentId: newId(),
      });
      mark(form, button, done);
      remember(path, what, done);
      void fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => undefined);
    });
  }
}

function mark(form: HTMLFormElement, button: HTMLButtonElement, done: boolean): void {
  button.setAttribute('aria-pressed', String(done));
  form.querySelector('input[name="undone"]')?.remove();
}

function key(path: string): string {
  return `ticks ${path} ${new Date().toDateString()}`;
}

function keptToday(path: string): Map<string, boolean> {
  try {
    return new Map(
      Object.entries(JSON.parse(localStorage.getItem(key(path)) ?? '{}') as Record<string, boolean>),
    );
  } catch {
    return new Map();
  }
}

function remember(path: string, what: string, done: boolean): void {
  try {
    const all = keptToday(path).set(what, done);
    localStorage.setItem(key(path), JSON.stringify(Object.fromEntries(all)));
  } catch {
    // A device that keeps nothing still sends it.
  }
}
