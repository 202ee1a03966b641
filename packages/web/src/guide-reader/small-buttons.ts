// Buttons that only a script can make work: share a list, print.

export function buttons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]'))
    button.addEventListener('click', () => window.print());
  for (const button of document.querySelectorAll<HTMLElement>('[data-share]')) {
    if (!('share' in navigator)) {
      button.remove();
      continue;
    }
    // Whoever closes the choice of apps changed their mind; nothing has to be said.
    button.addEventListener(
      'click',
      () => void navigator.share({ text: button.dataset['share'] ?? '' }).catch(() => undefined),
    );
  }
}
