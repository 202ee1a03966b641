// What a nurse would write on a task, in the hospital's language, and the kind of task it is.

import type { TaskKind } from '@breekpunt/synthetic';

interface TaskWords {
  readonly kind: 'call' | 'dxa' | 'letter' | 'appointment' | 'other';
  readonly nl: string;
  readonly fr: string;
}

export const taskWords: Readonly<Record<TaskKind, TaskWords>> = {
  assessment: {
    kind: 'appointment',
    nl: 'Afspraak voor onderzoek van het bot plannen',
    fr: "Planifier le rendez-vous d'évaluation osseuse",
  },
  scan: {
    kind: 'dxa',
    nl: 'Uitslag van de botdichtheidsmeting ophalen',
    fr: "Récupérer le résultat de l'ostéodensitométrie",
  },
  information: {
    kind: 'letter',
    nl: 'Uitleg en folder meegeven',
    fr: 'Remettre les explications et la brochure',
  },
  decision: {
    kind: 'other',
    nl: 'Behandeling met de arts bespreken',
    fr: 'Discuter du traitement avec le médecin',
  },
  letter: {
    kind: 'letter',
    nl: 'Brief aan de huisarts versturen',
    fr: 'Envoyer la lettre au médecin traitant',
  },
  call: { kind: 'call', nl: 'Opvolgtelefoon', fr: 'Appel de suivi' },
  injection: {
    kind: 'other',
    nl: 'Nagaan of de inspuiting gegeven is',
    fr: "Vérifier que l'injection a été faite",
  },
};
