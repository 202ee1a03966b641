// Keeps this guide on the device: asks the worker to fetch its pages, says when there is no connection, and hands in what
// waited as soon as there is one.

const words: Readonly<Record<string, string>> = {
  nl: 'U hebt nu geen verbinding. Deze gids werkt ook zo.',
  fr: 'Vous n’avez pas de connexion. Ce guide fonctionne quand même.',
  en: 'You have no connection now. This guide works all the same.',
};

export function keepOffline(path: string): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    .register('/guide/worker.js', { scope: `${path}/` })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const say = (kind: 'keep' | 'send'): void => active?.postMessage({ kind, path });
      say('keep');
      say('send');
      addEventListener('online', () => say('send'));
    })
    // Without a worker the guide is what it was: pages over a connection.
    .catch(() => undefined);
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
