// The parts of a guide and the addresses they stand at, in the order of "Alles op een rij".

import type { GuideSection } from '@breekpunt/knowledge';

/** Address of the page that shows a section; parts with a page of their own making stand elsewhere too. */
export const sectionPages: readonly (readonly [section: GuideSection, slug: string])[] = [
  ['alarm', 'alarm'],
  ['exercises', 'oefeningen'],
  ['day-planner', 'dagplan'],
  ['medicines', 'medicijnen'],
  ['appointments', 'afspraken'],
  ['who-to-call', 'wie-bellen'],
  ['what-happened', 'wat-is-gebeurd'],
  ['packing-list', 'inpakken'],
  ['discharge', 'naar-huis'],
  ['home-and-aids', 'thuis'],
  ['costs', 'kosten'],
  ['complications', 'risico'],
  ['recovery', 'verloop'],
  ['bone-health', 'botten'],
  ['falls-plan', 'vallen'],
  ['questions', 'vragen'],
  ['teach-back', 'begrepen'],
  ['sources', 'bronnen'],
];
