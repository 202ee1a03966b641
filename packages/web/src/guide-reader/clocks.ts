// Clocks that count down: how long one sits, how long one holds. At the end it is said in words, and the telephone trembles.
// Decision: counted by the clock and not by ticks, so that a telephone that slept does not lose minutes.

export function clocks(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-timer]'))
    wind(box, Number(box.dataset['timer']));
}

function wind(box: HTMLElement, seconds: number): void {
  const start = box.querySelector<HTMLButtonElement>('[data-start]');
  const stop = box.querySelector<HTMLButtonElement>('[data-stop]');
  const face = box.querySelector<HTMLElement>('[role="timer"]');
  const said = box.querySelector<HTMLElement>('[role="status"]');
  if (start === null || stop === null || face === null || said === null) return;
  let running: ReturnType<typeof setInterval> | undefined;
  const end = (words: string): void => {
    clearInterval(running);
    face.textContent = '';
    said.textContent = words;
    stop.hidden = true;
    start.hidden = false;
  };
  start.addEventListener('click', () => {
    const until = Date.now() + seconds * 1_000;
    const show = (): void => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      face.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      if (left > 0) return;
      end(box.dataset['over'] ?? '');
      if ('vibrate' in navigator) navigator.vibrate([400, 200, 400]);
    };
    said.textContent = '';
    start.hidden = true;
    stop.hidden = false;
    show();
    running = setInterval(show, 500);
  });
  stop.addEventListener('click', () => end(''));
}
