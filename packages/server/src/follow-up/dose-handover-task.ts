// Somebody on denosumab leaves follow-up: whoever gives the next injection is to be told, and a task says whom and by when.

import type { CalendarDate, Language } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { longDay } from '../guide/words/day-words.ts';
import { siteLanguage } from '../records/site-language.ts';
import { addFollowUpTask, type TaskOf } from './follow-up-task.ts';

const words: Readonly<Record<Language, (by: string, day: string) => string>> = {
  nl: (by, day) =>
    `Verwittig ${by}: volgende denosumab te geven op ${day}, en nooit stoppen zonder wat volgt`,
  fr: (by, day) => `Prévenir ${by} : prochain dénosumab à donner le ${day}, et ne jamais arrêter sans suite`,
  en: (by, day) => `Tell ${by}: next denosumab is due on ${day}, and is never stopped without what follows`,
  de: (by, day) => `${by} verständigen: nächstes Denosumab am ${day}, und nie absetzen ohne Folgemittel`,
};
const unknownDay: Readonly<Record<Language, string>> = {
  nl: 'een dag die na te vragen is',
  fr: 'un jour à demander',
  en: 'a day that has to be asked',
  de: 'einem zu erfragenden Tag',
};

export async function addHandoverTask(
  tx: SiteTransaction,
  of: TaskOf,
  { nextDoseBy, nextDoseOn }: { readonly nextDoseBy: string; readonly nextDoseOn: CalendarDate | null },
  { user, dueOn }: { readonly user: number; readonly dueOn: CalendarDate },
): Promise<void> {
  const language = await siteLanguage(tx);
  const day = nextDoseOn === null ? unknownDay[language] : longDay(nextDoseOn, { language });
  const title = words[language](nextDoseBy, day);
  await addFollowUpTask(tx, of, { title, dueOn }, user);
}
