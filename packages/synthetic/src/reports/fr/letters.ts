// Emergency notes and letters in Belgian French.

import type { Phrasebook } from '../phrasebook.ts';

export const frenchLetters: Pick<Phrasebook, 'letters' | 'tScores' | 'dxaConclusion'> = {
  letters: {
    edHeads: ['URGENCES - note médicale', 'Service des urgences', 'Rapport des urgences', ''],
    dischargeHeads: [
      'Lettre de sortie - orthopédie\n\nCher Confrère,',
      'Rapport de sortie - service de gériatrie',
      'Chère Consœur, cher Confrère,',
    ],
    dischargeReason: [
      'Votre patient(e) a séjourné dans notre service du {from} au {to}. Motif : {fall}.',
      'Hospitalisation du {from} au {to}. Motif : {fall}, impotence.',
      "Séjour du {from} au {to}. Motif d'admission : {fall}, douleur.",
    ],
    course: [
      'Suites simples.',
      'Delirium postopératoire résolutif.',
      'Infection urinaire traitée.',
      'Transfusion de 2 CE.',
      'Marche avec déambulateur.',
      'Pneumopathie traitée par amoxiclav.',
      'Plaie calme.',
      'Appui complet autorisé.',
    ],
    boneHealth: [
      "Bilan d'ostéoporose à envisager par le médecin traitant.",
      'Vit D 9 ng/ml : charge.',
      'DMO à prévoir.',
      'D-Cure débuté.',
      '',
      '',
    ],
    dischargeEnd: [
      'Contrôle RX à 6 semaines.',
      'Clexane 40 pendant 5 semaines.',
      'Revalidation locomotrice.',
      'Retour en MRS avec kiné.',
      'Bien confraternellement',
      'Consultation dans 6 semaines.\nBien à vous',
    ],
    gpHeads: ['Cher Confrère,', 'Chère Consœur,', 'Lettre du médecin traitant'],
    gpEnd: ["Merci d'avance.", 'Bien à vous', 'Bien confraternellement,'],
    gpFracture: [
      "Merci de voir ce patient pour bilan d'ostéoporose après [[{fx}]] il y a {weeks} semaines ({fall}).",
      'Merci de réaliser une DMO : [[{fx}]] il y a {weeks} semaines, {fall}.',
      "Je vous adresse ce patient, [[{fx}]] il y a {weeks} semaines ({fall}). Pas de traitement de l'os.",
    ],
    gpOther: [
      'Merci de voir ce patient pour adaptation du traitement antihypertenseur.',
      'Merci pour avis, hernie ombilicale gênante.',
      'Gonarthrose invalidante, infiltration ?',
      'DMO svp, ménopause à 44 ans.',
      'Dyspnée à explorer, merci.',
    ],
    gpBack: [
      'Dorsalgie intense depuis une semaine en se penchant. Je suspecte un [[tassement]].',
      'Douleur vive D12 à la percussion, [[fracture vertébrale]] suspectée.',
    ],
    clinicHeads: ["Consultation d'orthopédie", 'Consultation de traumatologie'],
    internalReasons: [
      'Admission pour pneumopathie.',
      'Admission pour décompensation cardiaque.',
      'Admission pour pyélonéphrite.',
      'Admission pour AIT.',
      "Admission pour cure d'éventration.",
    ],
    internalCourse: [
      'Évolution favorable sous antibiotiques.',
      'Diurétiques IV, -5 kg.',
      'Sevrage en O2.',
      'Suites simples.',
    ],
  },
  tScores: [
    'T-score L1-L4 -{a} ; col fémoral {sideM} -{b} ; hanche totale -{c}.',
    'T-scores : rachis -{a}, col -{b}, hanche -{c}.',
  ],
  dxaConclusion: [
    'ostéoporose.',
    'ostéopénie.',
    'ostéoporose à la hanche, traitement à discuter.',
    'densité normale à légèrement diminuée.',
  ],
};
