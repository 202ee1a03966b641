// Vertebral fractures in French: tassement first, fracture second, and the words that only look like one.

import type { Phrasebook } from '../phrasebook.ts';

export const frenchVertebra: Phrasebook['vertebra'] = {
  fresh: [
    '[[Tassement cunéiforme de {lv}]] avec perte de hauteur antérieure de {pc} %, absent sur les clichés précédents.',
    '[[Tassement récent de {lv}]].',
    '[[Fracture-tassement de {lv}]] récente, sans recul du mur postérieur.',
    'Nouveau [[tassement {lv}]], Genant {gr}.',
    'Récente [[fracture du plateau supérieur de {lv}]].',
    'Récent [[enfoncement du plateau supérieur de {lv}]], {pc} %.',
    'Récente [[fracture ostéoporotique de {lv}]].',
  ],
  freshConclusion: [
    '[[tassement récent de {lv}]].',
    '[[fracture-tassement récente de {lv}]].',
    'récente [[fracture vertébrale {lv}]].',
  ],
  undated: [
    "[[Tassement de {lv}]] d'âge indéterminé.",
    'Cadre osseux : [[tassement {lv}]].',
    '[[Perte de hauteur de {lv}, Genant grade {gr}]].',
    '[[Fracture-tassement de {lv}]], récente ou ancienne.',
    'Déminéralisation avec [[tassement cunéiforme de {lv}]].',
    'Découverte fortuite : [[fracture vertébrale {lv}]].',
    "[[Enfoncement du plateau supérieur de {lv}]], d'âge indéterminé.",
  ],
  old: [
    '[[Tassement ancien de {lv}]], inchangé.',
    '[[Tassement connu de {lv}]].',
    'Ancienne [[fracture-tassement de {lv}]].',
    'Séquelle de [[tassement {lv}]], stable.',
    'Ancien [[tassement cunéiforme {lv}]].',
  ],
  unchanged: [
    '[[Tassement connu de {lv}]], inchangé par rapport à {year}.',
    'Stabilité du [[tassement {lv}]] connu.',
    '[[Tassement ancien {lv}]] stable, pas de nouveau tassement.',
    'Le [[tassement de {lv}]] déjà décrit est superposable.',
  ],
  progression: [
    'Majoration du [[tassement de {lv}]] par rapport au cliché de {months} mois auparavant, actuellement {pc} %.',
    '[[Tassement {lv}]] en progression depuis {months} mois.',
  ],
  mriFresh: [
    'Œdème médullaire du corps de {lv} en STIR avec trait sous-chondral : récente [[fracture-tassement]].',
    'Hyposignal T1 et hypersignal STIR de {lv} : [[tassement récent]].',
    'Récent [[tassement ostéoporotique de {lv}]] avec œdème, sans recul du mur postérieur.',
  ],
  mriOld: [
    '[[Tassement ancien {lv}]] sans œdème.',
    'Ancien [[tassement {lv}]] de signal graisseux en T1 et T2.',
  ],
  denied: [
    'Pas de [[tassement vertébral]].',
    'Pas de [[fracture vertébrale]].',
    'Absence de [[tassement]].',
    'Hauteur conservée des corps vertébraux, sans [[tassement]].',
  ],
  deniedNew: [
    'Pas de nouveau [[tassement]].',
    'Pas de [[fracture]] récente.',
    'Pas de [[tassement]] récent.',
  ],
  lookalike: [
    'Séquelles de Scheuermann avec cunéiformisation discrète D7-D9.',
    'Cunéiformisation physiologique de D12.',
    'Tassement du disque L5-S1.',
    'Pincement discal L4-L5.',
    'Hernies intraspongieuses étagées.',
  ],
  pathological: [
    'Lésion lytique de {lv} avec [[fracture pathologique de {lv}]].',
    '[[Tassement pathologique de {lv}]] avec recul du mur postérieur.',
  ],
  past: [
    '[[tassement {lv}]]',
    '[[fracture vertébrale {lv}]]',
    '[[tassement ancien {lv}]]',
    '[[tassement ostéoporotique {lv}]]',
  ],
  vfa: [
    'VFA : [[fracture vertébrale {lv} grade {gr} de Genant]], déjà connue.',
    'VFA D5-L4 : [[tassement ancien {lv} (grade {gr})]].',
  ],
  vfaDenied: ['VFA D4-L4 : pas de [[fracture vertébrale]].', 'VFA : pas de [[tassement]].'],
  suspected: [
    'Suspicion de [[tassement {lv}]], IRM conseillée.',
    'Un discret [[tassement de {lv}]] ne peut être exclu.',
    'Possible [[tassement {lv}]], à confronter à la clinique.',
  ],
};
