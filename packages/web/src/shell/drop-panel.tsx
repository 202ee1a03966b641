// A button with a panel under it, for links and settings. Decision: not a menu in the sense of ARIA, because its links stay
// links: Tab goes through them, the arrows too, Escape closes and gives the focus back. It closes when somebody goes
// elsewhere, by pointer, by Tab or by a link.

import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DropPanelProps {
  readonly label: string;
  /** Decoration before the label. */
  readonly icon?: ReactNode;
  readonly className: string;
  readonly children: (close: () => void) => ReactNode;
}

export function DropPanel({ label, icon, className, children }: DropPanelProps): ReactElement {
  const [opened, setOpened] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!opened) return;
    const wentElsewhere = ({ target }: Event): void => {
      if (target instanceof Node && root.current?.contains(target) === false) setOpened(false);
    };
    // Before the page's own keys, for which Escape and the arrows mean something else.
    const pressed = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const inside = root.current?.contains(document.activeElement) === true;
      if (event.key === 'Escape') {
        setOpened(false);
        button.current?.focus();
      } else if (step !== undefined && inside) stepThrough(root.current, step);
      else return;
      event.preventDefault();
    };
    document.addEventListener('pointerdown', wentElsewhere);
    document.addEventListener('focusin', wentElsewhere);
    document.addEventListener('keydown', pressed, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', wentElsewhere);
      document.removeEventListener('focusin', wentElsewhere);
      document.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [opened]);
  return (
    <div className={`drop ${className}`} ref={root}>
      <button
        ref={button}
        type="button"
        className="bar-button"
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(!opened)}
      >
        {icon}
        {label}
        <span className="drop-mark" aria-hidden="true" />
      </button>
      {opened && (
        <div className="drop-panel" id={id}>
          {children(() => setOpened(false))}
        </div>
      )}
    </div>
  );
}

function stepThrough(root: HTMLElement | null, step: number): void {
  const stops = [...(root?.querySelectorAll<HTMLElement>('a, button') ?? [])];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}
