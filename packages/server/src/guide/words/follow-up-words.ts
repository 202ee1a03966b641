// What the guide asks about how it goes, in the three languages. Apart from the other words of the guide, because a question
// here belongs to a question of the call, and both change together.

import { inFrenchPrint } from '@breekpunt/core';
import type { CallQuestion, Drug } from '@breekpunt/intervene';
import { filled, type Say } from './guide-words.ts';

type Spoken = Say['language'];
type InThree = Readonly<Record<Spoken, string>>;

/** A drug by its name on the box; drugs that are given have other verbs. */
const drugNames: Readonly<Record<Drug, InThree>> = {
  alendronate: { nl: 'alendronaat', fr: 'alendronate', en: 'alendronate' },
  'alendronate-solution': { nl: 'alendronaat', fr: 'alendronate', en: 'alendronate' },
  risedronate: { nl: 'risedronaat', fr: 'risédronate', en: 'risedronate' },
  ibandronate: { nl: 'ibandronaat', fr: 'ibandronate', en: 'ibandronate' },
  zoledronate: {
    nl: 'zoledronaat (het infuus)',
    fr: 'zolédronate (la perfusion)',
    en: 'zoledronate (the infusion)',
  },
  denosumab: {
    nl: 'denosumab (de inspuiting)',
    fr: 'dénosumab (l’injection)',
    en: 'denosumab (the injection)',
  },
  raloxifene: { nl: 'raloxifeen', fr: 'raloxifène', en: 'raloxifene' },
  teriparatide: { nl: 'teriparatide', fr: 'tériparatide', en: 'teriparatide' },
  abaloparatide: { nl: 'abaloparatide', fr: 'abaloparatide', en: 'abaloparatide' },
  romosozumab: {
    nl: 'romosozumab (de inspuiting)',
    fr: 'romosozumab (l’injection)',
    en: 'romosozumab (the injection)',
  },
};

const questions: Readonly<Record<CallQuestion, InThree>> = {
  started: {
    nl: 'Bent u begonnen met {drug}?',
    fr: 'Avez-vous commencé ce traitement : {drug} ?',
    en: 'Have you started {drug}?',
  },
  'still-taking': {
    nl: 'Gebruikt u {drug} nog?',
    fr: 'Utilisez-vous encore ce traitement : {drug} ?',
    en: 'Are you still on {drug}?',
  },
  'side-effects': {
    nl: 'Hebt u last van dat middel?',
    fr: 'Ce médicament vous gêne-t-il ?',
    en: 'Does that medicine give you trouble?',
  },
  'thigh-or-groin-pain': {
    nl: 'Hebt u nieuwe pijn in uw dij of lies?',
    fr: 'Avez-vous une douleur nouvelle dans la cuisse ou l’aine ?',
    en: 'Do you have new pain in your thigh or groin?',
  },
  jaw: {
    nl: 'Hebt u last van uw kaak, tanden of oor?',
    fr: 'Avez-vous mal à la mâchoire, aux dents ou à l’oreille ?',
    en: 'Do you have trouble with your jaw, teeth or ear?',
  },
  fall: {
    nl: 'Bent u weer gevallen?',
    fr: 'Êtes-vous tombé à nouveau ?',
    en: 'Have you fallen again?',
  },
  fracture: {
    nl: 'Hebt u weer iets gebroken?',
    fr: 'Vous êtes-vous de nouveau cassé un os ?',
    en: 'Have you broken a bone again?',
  },
  exercises: {
    nl: 'Doet u oefeningen voor kracht en evenwicht?',
    fr: 'Faites-vous des exercices de force et d’équilibre ?',
    en: 'Do you do exercises for strength and balance?',
  },
  questions: {
    nl: 'Wilt u ons iets vragen?',
    fr: 'Voulez-vous nous demander quelque chose ?',
    en: 'Do you want to ask us something?',
  },
};

export type FollowUpWord =
  | 'title'
  | 'intro'
  | 'urgent'
  | 'start'
  | 'left'
  | 'lastOne'
  | 'yes'
  | 'no'
  | 'unknown'
  | 'last'
  | 'lastHint'
  | 'send'
  | 'sent'
  | 'keptTitle'
  | 'kept'
  | 'keptThen'
  | 'well'
  | 'call'
  | 'hear'
  | 'worse'
  | 'check'
  | 'today'
  | 'none'
  | 'card'
  | 'task';

const pageWords: Readonly<Record<FollowUpWord, InThree>> = {
  title: { nl: 'Hoe gaat het met u?', fr: 'Comment allez-vous ?', en: 'How are you?' },
  intro: {
    nl: 'Wij stellen u {n} korte vragen. Zo weten wij of wij u moeten bellen.',
    fr: 'Nous vous posons {n} questions courtes. Ainsi nous savons si nous devons vous appeler.',
    en: 'We ask you {n} short questions. Then we know whether we have to call you.',
  },
  urgent: {
    nl: 'Hebt u nu een klacht die u bang maakt? Doe eerst de alarmcheck.',
    fr: 'Une plainte vous inquiète maintenant ? Faites d’abord le test d’alarme.',
    en: 'Does something frighten you now? Do the alarm check first.',
  },
  start: { nl: 'Begin met de vragen', fr: 'Commencer les questions', en: 'Start the questions' },
  left: { nl: 'Nog {n} vragen', fr: 'Encore {n} questions', en: '{n} questions to go' },
  lastOne: { nl: 'Laatste vraag', fr: 'Dernière question', en: 'Last question' },
  yes: { nl: 'Ja', fr: 'Oui', en: 'Yes' },
  no: { nl: 'Nee', fr: 'Non', en: 'No' },
  unknown: { nl: 'Weet ik niet', fr: 'Je ne sais pas', en: 'I do not know' },
  last: {
    nl: 'Wilt u ons nog iets zeggen?',
    fr: 'Voulez-vous encore nous dire quelque chose ?',
    en: 'Is there something else you want to tell us?',
  },
  lastHint: {
    nl: 'U mag dit openlaten. Iemand van het team leest het.',
    fr: 'Vous pouvez laisser ceci vide. Quelqu’un de l’équipe le lit.',
    en: 'You may leave this blank. Somebody in the team reads it.',
  },
  send: { nl: 'Verstuur mijn antwoorden', fr: 'Envoyer mes réponses', en: 'Send my answers' },
  sent: {
    nl: 'Uw antwoorden zijn verstuurd',
    fr: 'Vos réponses sont envoyées',
    en: 'Your answers have been sent',
  },
  keptTitle: {
    nl: 'Uw antwoorden zijn bewaard',
    fr: 'Vos réponses sont gardées',
    en: 'Your answers are kept',
  },
  kept: {
    nl: 'U hebt nu geen verbinding. Het team heeft uw antwoorden nog niet.',
    fr: 'Vous n’avez pas de connexion. L’équipe n’a pas encore vos réponses.',
    en: 'You have no connection now. The team does not have your answers yet.',
  },
  keptThen: {
    nl: 'Open deze gids opnieuw met verbinding. Dan gaan ze vanzelf naar het team.',
    fr: 'Rouvrez ce guide avec une connexion. Elles partent alors d’elles-mêmes.',
    en: 'Open this guide again with a connection. Then they go to the team by themselves.',
  },
  well: {
    nl: 'Dank u. Wij hoeven u nu niet te bellen. Wilt u ons toch spreken? Bel ons.',
    fr: 'Merci. Nous ne devons pas vous appeler maintenant. Vous voulez quand même nous parler ? Appelez-nous.',
    en: 'Thank you. We do not need to call you now. Do you still want to speak to us? Call us.',
  },
  call: {
    nl: 'Dank u. Wij bellen u vóór {day}.',
    fr: 'Merci. Nous vous appelons avant le {day}.',
    en: 'Thank you. We will call you before {day}.',
  },
  hear: {
    nl: 'Dank u. U hoort van ons vóór {day}. Wij bellen niet, zoals u vroeg.',
    fr: 'Merci. Vous aurez de nos nouvelles avant le {day}. Nous n’appelons pas, comme vous l’avez demandé.',
    en: 'Thank you. You will hear from us before {day}. We will not ring, as you asked.',
  },
  worse: {
    nl: 'Wordt het erger? Doe dan de alarmcheck.',
    fr: 'Cela s’aggrave ? Faites alors le test d’alarme.',
    en: 'Does it get worse? Then do the alarm check.',
  },
  check: { nl: 'Doe de alarmcheck', fr: 'Faire le test d’alarme', en: 'Do the alarm check' },
  today: { nl: 'Ga naar Vandaag', fr: 'Aller à Aujourd’hui', en: 'Go to Today' },
  none: {
    nl: 'Er zijn nu geen vragen voor u.',
    fr: 'Il n’y a pas de questions pour vous maintenant.',
    en: 'There are no questions for you now.',
  },
  card: {
    nl: 'Wij willen weten hoe het met u gaat.',
    fr: 'Nous voulons savoir comment vous allez.',
    en: 'We want to know how you are.',
  },
  task: {
    nl: 'Eigen antwoorden van de patiënt vragen een gesprek',
    fr: 'Les réponses du patient demandent un entretien',
    en: 'The patient’s own answers ask for a call',
  },
};

export function sayFollowUp(
  language: Spoken,
  word: FollowUpWord,
  fill: Readonly<Record<string, string | number>> = {},
): string {
  return inPrint(language, filled(pageWords[word][language], fill));
}

export function questionFor(language: Spoken, question: CallQuestion, drug: Drug | null): string {
  const told = filled(questions[question][language], {
    drug: drug === null ? '' : drugNames[drug][language],
  });
  return inPrint(language, told);
}

function inPrint(language: Spoken, text: string): string {
  return language === 'fr' ? inFrenchPrint(text) : text;
}
