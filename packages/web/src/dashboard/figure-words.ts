// Figures, months and reasons as a person says them.

import type { PatientBehind, ShownFigure } from '@breekpunt/server';
import { dayInWords } from '../format/dates.ts';
import type { Say } from './use-dashboard-words.ts';

type Share = ShownFigure['figure']['ofAll'];

export function percentInWords(share: number, say: Say): string {
  return `${new Intl.NumberFormat(say.language, { maximumFractionDigits: 0 }).format(share * 100)} %`;
}

export function numberInWords(value: number, say: Say): string {
  const written = new Intl.NumberFormat(say.language, { maximumFractionDigits: 0, signDisplay: 'negative' });
  return written.format(value).replace('-', '−');
}

/** "73 % (301/412; 69–77)". */
export function shareInWords({ count, of, share, low, high }: Share, say: Say): string {
  if (share === null || low === null || high === null) return say('fig.nothing');
  const whole = (value: number): string =>
    new Intl.NumberFormat(say.language, { maximumFractionDigits: 0 }).format(value * 100);
  return say('share.says', { percent: whole(share), count, of, low: whole(low), high: whole(high) });
}

export function titleOf({ says }: ShownFigure['indicator'], say: Say): string {
  return says[say.language];
}

export function monthsInWords({ from, to }: ShownFigure['months'], say: Say): string {
  return say('fig.months', { from: dayInWords(from.slice(0, 7), say), to: dayInWords(to.slice(0, 7), say) });
}

type Reason = PatientBehind['reason'];

export function reasonInWords(reason: Reason, say: Say): string {
  switch (reason.kind) {
    case 'happened':
      return reason.day === null
        ? say('reason.happened', { what: say.of('event', reason.what) })
        : say('reason.happenedOn', { what: say.of('event', reason.what), day: reason.day });
    case 'outside-window':
      return say('reason.outside-window', {
        what: say.of('event', reason.what),
        day: reason.day,
        from: reason.from,
        within: reason.within,
      });
    case 'did-not-happen':
      return say('reason.did-not-happen', { what: say.of('event', reason.what) });
    case 'not-recorded':
      return say('reason.not-recorded', { what: say.of('event', reason.what) });
    case 'is':
      return say('reason.is', {
        what: say.of('event', reason.what),
        answer: say.of('answer', reason.answer),
      });
    case 'measured':
      return say('reason.measured', {
        what: say.of('event', reason.what),
        value: new Intl.NumberFormat(say.language, { maximumFractionDigits: 1 }).format(reason.value),
      });
    case 'died':
      return say('reason.died', { day: reason.day });
    case 'too-early':
      return say('reason.too-early', { day: dayInWords(reason.judgedOn, say) });
    case 'too-young':
      return say('reason.too-young', { age: reason.age });
    case 'fields':
      return say('reason.fields', { filled: reason.filled, of: reason.of });
    case 'doses':
      return say('reason.doses', { due: reason.due, late: reason.late });
    case 'same-day':
      return say('reason.same-day', { id: reason.counted });
    default:
      return say.of('reason', reason.kind);
  }
}

/** The page of the patients behind a figure, or behind one standing in it; `given`: who reached another figure too, or did not. */
export function patientsAddress(
  set: string,
  indicator: string,
  { from, to }: ShownFigure['months'],
  standing: string,
  given: { readonly reached?: string; readonly unreached?: string } = {},
): string {
  return `/figures/patients?${new URLSearchParams({ set, indicator, from, to, standing, ...given })}`;
}
