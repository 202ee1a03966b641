// Names that nobody has: ordinary given names beside family names that say they are invented.

import type { Random } from '../random.ts';

export interface InventedName {
  readonly family: string;
  readonly given: string;
}

type Sex = 'female' | 'male';

const given: Readonly<Record<'nl' | 'fr', Readonly<Record<Sex, readonly string[]>>>> = {
  nl: {
    female: [
      'Maria',
      'Godelieve',
      'Rita',
      'Lutgarde',
      'Christiane',
      'Yvonne',
      'Agnes',
      'Paula',
      'Irène',
      'Simonne',
      'Hilde',
      'Annie',
      'Jacqueline',
      'Mariette',
      'Denise',
      'Lea',
      'Magda',
      'Rosa',
      'Frieda',
      'Elza',
      'Ingrid',
      'Greet',
      'Monique',
      'Nelly',
      'Celine',
      'Bea',
      'Ria',
      'Suzanne',
      'Gerda',
      'Martha',
    ],
    male: [
      'Jozef',
      'Etienne',
      'Willy',
      'Roger',
      'Marcel',
      'André',
      'Luc',
      'Herman',
      'Frans',
      'Gilbert',
      'Walter',
      'Paul',
      'Julien',
      'Eddy',
      'Guido',
      'Raf',
      'Omer',
      'Albert',
      'Staf',
      'Wim',
    ],
  },
  fr: {
    female: [
      'Jeanne',
      'Colette',
      'Monique',
      'Nicole',
      'Arlette',
      'Josiane',
      'Ghislaine',
      'Marie-Claire',
      'Yvette',
      'Huguette',
      'Lucienne',
      'Odette',
      'Francine',
      'Bernadette',
      'Renée',
      'Paulette',
      'Chantal',
      'Solange',
    ],
    male: [
      'Jean',
      'Michel',
      'Claude',
      'Guy',
      'Jacques',
      'Robert',
      'Fernand',
      'Léon',
      'Raymond',
      'Freddy',
      'Philippe',
      'Maurice',
      'Alain',
      'Georges',
      'Lucien',
      'Emile',
    ],
  },
};

const beginnings: Readonly<Record<'nl' | 'fr', readonly string[]>> = {
  nl: [
    'Voorbeeld',
    'Verzin',
    'Proef',
    'Denkbeeld',
    'Schijn',
    'Sprook',
    'Papier',
    'Oefen',
    'Droom',
    'Fabel',
    'Lucht',
    'Kladde',
    'Namaak',
    'Wolken',
  ],
  fr: [
    'Exemple',
    'Fictif',
    'Modèle',
    'Imagin',
    'Essai',
    'Songe',
    'Brouillon',
    'Papier',
    'Mirage',
    'Fable',
    'Nuage',
    'Croquis',
  ],
};

const endings: Readonly<Record<'nl' | 'fr', readonly string[]>> = {
  nl: [
    'mans',
    'aert',
    'inckx',
    'hove',
    'beke',
    'ghem',
    'donck',
    'velde',
    'broeck',
    'sen',
    'ers',
    'aerde',
    'stra',
    'bosch',
  ],
  fr: ['ier', 'eau', 'ois', 'mont', 'ville', 'bois', 'champs', 'val', 'court', 'ard', 'otte', 'y'],
};

const particles: readonly (readonly [string, number])[] = [
  ['', 12],
  ['De ', 2],
  ['Van ', 3],
  ['Van den ', 1],
];

export function inventedName(random: Random, language: 'nl' | 'fr', sex: Sex): InventedName {
  const particle = language === 'nl' ? random.weighted(particles) : '';
  const family = `${particle}${random.pick(beginnings[language])}${random.pick(endings[language])}`;
  return { family, given: random.pick(given[language][sex]) };
}
