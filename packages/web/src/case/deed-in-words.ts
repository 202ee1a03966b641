// A decision and its saving as a sentence: "Bewaard 10:42: breuk bevestigd".

import type { CaseVerdict } from '@breekpunt/server';
import { clockTime, dayInWords, dayOf } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import type { Say } from '../words/use-words.tsx';
import type { Deed } from './deeds.tsx';

function verdictInWords(verdict: CaseVerdict, say: Say): string {
  switch (verdict.verdict) {
    case 'confirmed':
      return say('done.confirmed');
    case 'corrected':
      return say('done.corrected');
    case 'rejected':
      return say('done.rejected', { reason: say.of('reject', verdict.reason) });
    case 'not-useful':
      return say('done.notUseful', { reason: say.of('notUseful', verdict.reason) });
    case 'snoozed':
      return say('done.snoozed', { day: dayInWords(verdict.until, say) });
  }
}

export function deedInWords(deed: Deed, timeZone: string, say: Say): string {
  const what = verdictInWords(deed.verdict, say);
  switch (deed.state) {
    case 'saving':
      return say('save.saving', { what });
    case 'undoing':
      return say('save.undoing', { what });
    case 'saved': {
      if (deed.refusal !== null) return conflictOr(deed, timeZone, say);
      return say('save.saved', {
        what,
        at: deed.at === null ? '' : clockTime(deed.at, timeZone, say.language),
      });
    }
    case 'failed':
      return say('save.failed', { what, why: conflictOr(deed, timeZone, say) });
  }
}

function conflictOr({ refusal }: Deed, timeZone: string, say: Say): string {
  if (refusal?.code !== 'changed-meanwhile') return failureInWords(refusal, say);
  const { byName, at } = refusal.more;
  if (typeof byName !== 'string' || typeof at !== 'string') return say('problem.changed-meanwhile');
  const day =
    dayOf(at, timeZone) === dayOf(new Date(), timeZone) ? '' : `${dayInWords(dayOf(at, timeZone), say)} `;
  return say('conflict', { who: byName, at: `${day}${clockTime(at, timeZone, say.language)}` });
}
