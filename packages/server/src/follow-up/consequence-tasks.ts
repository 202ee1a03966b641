// What a call asks of somebody, as tasks in the language of the hospital.

import { addDays, type Language } from '@breekpunt/core';
import type { Consequence, ConsequenceKind } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { siteLanguage } from '../records/site-language.ts';
import { addFollowUpTask, type TaskOf } from './follow-up-task.ts';
import type { Caller } from './keep-call.ts';

type Spoken = Exclude<Language, 'de'>;

const words: Readonly<Record<ConsequenceKind, Readonly<Record<Spoken, string>>>> = {
  'follow-on-plan': {
    nl: 'Denosumab gestopt: wat volgt regelen',
    fr: 'Dénosumab arrêté : organiser la suite',
    en: 'Denosumab stopped: arrange what follows',
  },
  'femur-x-rays': {
    nl: 'Nieuwe pijn in dij of lies: foto van beide dijbenen aanvragen',
    fr: 'Douleur nouvelle de la cuisse ou de l’aine : radiographier les deux fémurs',
    en: 'New pain of thigh or groin: ask for X-rays of both femora',
  },
  'new-fracture': {
    nl: 'Nieuwe breuk gemeld: verslag opvragen en nieuw dossier openen',
    fr: 'Nouvelle fracture signalée : demander le rapport et ouvrir un nouveau dossier',
    en: 'New fracture told of: ask for the report and open a new case',
  },
  jaw: {
    nl: 'Klachten van kaak, tanden of oor: tandarts en arts inschakelen',
    fr: 'Plaintes de la mâchoire, des dents ou de l’oreille : prévenir dentiste et médecin',
    en: 'Complaints of jaw, teeth or ear: involve dentist and physician',
  },
  'not-started': {
    nl: 'Geadviseerd middel niet gestart: voorschrijver verwittigen',
    fr: 'Traitement conseillé non commencé : prévenir le prescripteur',
    en: 'Advised drug not started: tell the prescriber',
  },
  stopped: {
    nl: 'Middel niet meer genomen: voorschrijver verwittigen',
    fr: 'Traitement plus pris : prévenir le prescripteur',
    en: 'Drug no longer taken: tell the prescriber',
  },
  'falls-again': {
    nl: 'Opnieuw gevallen: valonderzoek herhalen',
    fr: 'Nouvelle chute : répéter l’évaluation des chutes',
    en: 'Fell again: repeat the falls assessment',
  },
  'side-effects': {
    nl: 'Bijwerkingen bespreken met de voorschrijver',
    fr: 'Discuter des effets indésirables avec le prescripteur',
    en: 'Discuss side effects with the prescriber',
  },
  exercises: {
    nl: 'Oefeningen voor kracht en evenwicht regelen',
    fr: 'Organiser les exercices de force et d’équilibre',
    en: 'Arrange exercises for strength and balance',
  },
  questions: {
    nl: 'Vragen van de patiënt beantwoorden',
    fr: 'Répondre aux questions du patient',
    en: 'Answer the patient’s questions',
  },
};

export async function addConsequenceTasks(
  tx: SiteTransaction,
  of: TaskOf,
  leads: readonly Consequence[],
  { user, today }: Caller,
): Promise<void> {
  if (leads.length === 0) return;
  const language = await siteLanguage(tx);
  const spoken: Spoken = language === 'de' ? 'nl' : language;
  for (const { kind, withinDays } of leads)
    await addFollowUpTask(tx, of, { title: words[kind][spoken], dueOn: addDays(today, withinDays) }, user);
}
