// The words with which a reader goes through a decision aid, question by question. Apart from the other words of the guide,
// because they belong to one page.

import { tableInFrenchPrint } from '@breekpunt/core';
import { filled, type Say } from './guide-words.ts';

type ChoiceWord =
  | 'pick'
  | 'pickHint'
  | 'compare'
  | 'compareHint'
  | 'at'
  | 'next'
  | 'last'
  | 'menu'
  | 'everything'
  | 'oneByOne';

const words: Readonly<Record<Say['language'], Readonly<Record<ChoiceWord, string>>>> = {
  nl: {
    pick: 'Welke keuzes wilt u naast elkaar?',
    pickHint: 'Kies er twee of drie. Kiest u niets, dan ziet u ze alle {n}.',
    compare: 'Vergelijk per vraag',
    compareHint: 'Tik op een vraag. U ziet dan bij elke keuze het antwoord.',
    at: 'Vraag {n} van {all}',
    next: 'Volgende vraag: {what}',
    last: 'Verder: wat telt voor u?',
    menu: 'Alle vragen',
    everything: 'Toon alle antwoorden onder elkaar',
    oneByOne: 'Toon één vraag tegelijk',
  },
  fr: {
    pick: 'Quels choix voulez-vous côte à côte ?',
    pickHint: 'Prenez-en deux ou trois. Sans rien cocher, vous voyez les {n}.',
    compare: 'Comparer question par question',
    compareHint: 'Touchez une question. Vous voyez alors la réponse pour chaque choix.',
    at: 'Question {n} sur {all}',
    next: 'Question suivante : {what}',
    last: 'Ensuite : qu’est-ce qui compte pour vous ?',
    menu: 'Toutes les questions',
    everything: 'Montrer toutes les réponses',
    oneByOne: 'Montrer une question à la fois',
  },
  en: {
    pick: 'Which choices do you want side by side?',
    pickHint: 'Take two or three. If you tick none, you see all {n}.',
    compare: 'Compare by question',
    compareHint: 'Tap a question. You then see the answer for each choice.',
    at: 'Question {n} of {all}',
    next: 'Next question: {what}',
    last: 'Next: what matters to you?',
    menu: 'All questions',
    everything: 'Show all answers on one page',
    oneByOne: 'Show one question at a time',
  },
};

/** French as it is printed. */
const inPrint = { ...words, fr: tableInFrenchPrint(words.fr) };

export function choiceWord(
  { language }: Say,
  key: ChoiceWord,
  fill: Readonly<Record<string, string | number>> = {},
): string {
  return filled(inPrint[language][key], fill);
}
