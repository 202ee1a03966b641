// Keeps this guide on the device: asks the worker to fetch its pages, says when there is no connection, hands in what waited
// as soon as there is one, and offers the page anew when the network had a newer one.

const words: Readonly<Record<string, string>> = {
  nl: 'U hebt nu geen verbinding. Deze gids werkt ook zo.',
  fr: 'Vous n’avez pas de connexion. Ce guide fonctionne quand même.',
  en: 'You have no connection now. This guide works all the same.',
};

const newer: Readonly<Record<string, readonly [text: string, button: string]>> = {
  nl: ['Er staat iets nieuws op deze bladzijde.', 'Toon het nieuwe'],
  fr: ['Il y a du nouveau sur cette page.', 'Montrer le nouveau'],
  en: ['There is something new on this page.', 'Show what is new'],
};

export function keepOffline(path: string): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    // Without a stroke at the end: the address on paper is this guide's too.
    .register('/guide/worker.js', { scope: path })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const say = (kind: 'keep' | 'send'): void => active?.postMessage({ kind, path });
      say('keep');
      say('send');
      addEventListener('online', () => say('send'));
    })
    // Without a worker the guide is what it was: pages over a connection.
    .catch(() => undefined);
  navigator.serviceWorker.onmessage = ({ data }: MessageEvent<{ readonly kind?: string } | null>) => {
    if (data?.kind === 'newer') offerNewer();
  };
  const line = document.createElement('p');
  line.className = 'offline-line';
  line.setAttribute('role', 'status');
  const show = (): void => {
    line.textContent = navigator.onLine ? '' : (words[document.documentElement.lang] ?? '');
    line.hidden = navigator.onLine;
  };
  document.querySelector('main h1')?.before(line);
  show();
  addEventListener('online', show);
  addEventListener('offline', show);
  for (const form of document.querySelectorAll('form[data-closes]'))
    form.addEventListener('submit', () => void caches.delete(`guide ${path}`));
}

/** Never by itself: somebody may be reading, or halfway through an answer. */
function offerNewer(): void {
  const [text, words] = newer[document.documentElement.lang] ?? ['', ''];
  if (words === '' || document.querySelector('[data-newer]') !== null) return;
  const box = document.createElement('p');
  box.className = 'offline-line';
  box.setAttribute('role', 'status');
  box.setAttribute('data-newer', '');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = words;
  button.addEventListener('click', () => location.reload());
  box.append(text, button);
  document.querySelector('main h1')?.before(box);
}
