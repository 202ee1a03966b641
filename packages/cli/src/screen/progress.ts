// How far the run is, on one line of the terminal that is written over. Silent when nobody watches.

export interface Progress {
  readonly read: (bytes: number) => void;
  readonly done: (reports: number) => void;
  readonly clear: () => void;
}

export function startProgress(terminal: NodeJS.WriteStream, totalBytes: number, silent: boolean): Progress {
  if (silent || !terminal.isTTY) {
    return { read: () => undefined, done: () => undefined, clear: () => undefined };
  }
  const started = performance.now();
  let bytes = 0;
  let reports = 0;
  let shownAt = 0;
  const show = (): void => {
    const now = performance.now();
    if (now - shownAt < 200) return;
    shownAt = now;
    const percent = Number.isFinite(totalBytes) ? `${percentOf(bytes, totalBytes)} %  ` : '';
    const perSecond = Math.round(reports / Math.max(0.001, (now - started) / 1000));
    terminal.write(`\r\u001b[K${percent}${reports} reports  ${perSecond}/s`);
  };
  return {
    read: (more) => {
      bytes += more;
      show();
    },
    done: (more) => {
      reports += more;
      show();
    },
    clear: () => {
      terminal.write('\r\u001b[K');
    },
  };
}

function percentOf(bytes: number, total: number): string {
  return String(total === 0 ? 100 : Math.min(100, Math.floor((100 * bytes) / total))).padStart(3);
}
