// The hospitals that `npm start` shows. The second one is small, speaks French, and shares a few people with the first:
// one person, two records, and neither hospital sees the other's.

import type { Language } from '@breekpunt/core';

export interface DemoHospital {
  readonly site: string;
  readonly name: string;
  readonly country: 'BE';
  readonly language: Language;
  readonly seed: string;
  readonly people: number;
  /** Everybody's language; null: as knowledge divides them. */
  readonly spoken: 'fr' | null;
  /** How many people of the first hospital come here too. */
  readonly guests: number;
}

const first: DemoHospital = {
  site: 'sint-synthetica',
  name: 'Sint-Synthetica',
  country: 'BE',
  language: 'nl',
  seed: 'breekpunt-demo-1',
  people: 3000,
  spoken: null,
  guests: 0,
};

const second: DemoHospital = {
  site: 'vallon-imaginaire',
  name: 'Vallon Imaginaire',
  country: 'BE',
  language: 'fr',
  seed: 'breekpunt-demo-2',
  people: 120,
  spoken: 'fr',
  guests: 12,
};

export const demoHospitals: readonly [DemoHospital, DemoHospital] = [first, second];
