// What happens with the answers of an alarm check: kept, and when somebody has to be called, on the team's list at once.
// Decision: the level is computed here again from the answers, also when a phone without connection showed it already.

import { type AlarmCheck, type AlarmOutcome, type AlarmReply, alarmOutcome } from '@breekpunt/inform';
import { siteLanguage } from '../../records/site-language.ts';
import { tellWebhooks } from '../../webhooks/tell-webhooks.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { sayIn } from '../words/guide-words.ts';
import { addDiaryRow } from './diary.ts';
import { tellTeam } from './diary-task.ts';

export type Replies = Readonly<Record<string, AlarmReply>>;

export interface TakenCheck {
  readonly entry: number | null;
  readonly outcome: AlarmOutcome;
}

export async function takeCheck(
  visit: GuideVisit,
  check: AlarmCheck,
  replies: Replies,
  /** Of a check that was made without a connection; null for one made now. */
  sent: { readonly id: string; readonly at: Date } | null,
): Promise<TakenCheck> {
  const { tx, guest, today, at } = visit;
  const outcome = alarmOutcome(check, replies);
  const entry = await addDiaryRow(
    tx,
    { person: guest.person, link: guest.link },
    {
      kind: 'alarm-sign',
      on: today,
      content: {
        replies,
        level: outcome.level,
        inDoubt: outcome.inDoubt,
        because: outcome.because.map(
          (id) => check.questions.find((question) => question.id === id)?.short ?? id,
        ),
        byCarer: guest.forCarer,
        answeredAt: (sent?.at ?? at).toISOString(),
      },
      at,
      sentId: sent?.id ?? null,
    },
  );
  visit.audit({ action: 'create', detail: { what: 'alarm-check', level: outcome.level } });
  const calls = ['ambulance-now', 'emergency-now', 'call-today', 'within-days'].includes(outcome.level);
  if (entry !== null && calls) {
    const say = sayIn(await siteLanguage(tx));
    const title = say(outcome.inDoubt ? 'task.alarmInDoubt' : 'task.alarm', {
      level: say(`level.${outcome.level}` as 'level.call-today'),
    });
    await tellTeam(tx, guest, 'guide-alarm', title, today, at);
  }
  if (entry !== null && (outcome.level === 'ambulance-now' || outcome.level === 'emergency-now'))
    await tellWebhooks(tx, [{ topic: 'alarm.red', ids: { entry, person: guest.person, case: guest.case } }]);
  return { entry, outcome };
}
