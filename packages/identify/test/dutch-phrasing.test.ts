// Dutch turns of phrase that words alone cannot settle: answers by a sign, verbs in two halves, conditions,
// denials with a noun of their own. Each line is a report; the label behind it is its triage.

import { expect, test } from 'vitest';
import { createCaseFinder } from '../src/index.ts';

const finder = createCaseFinder();

const readings: readonly (readonly [report: string, triage: string, why: string])[] = [
  ['RX ribben rechts. Fractuur: -. Pneumothorax: -', 'none', 'a minus sign behind the label answers no'],
  ['Pols li: fract (-), lux (-).', 'none', 'a minus sign in brackets answers no'],
  [
    'RX ribben. Fracturen:\n- rib 6 links\n- rib 7 links',
    'fracture',
    'a dash that opens a list denies nothing',
  ],
  ['MRI heup sluit een occulte fractuur uit.', 'none', 'both halves of the verb exclude'],
  ['MRI heup sluit een occulte fractuur niet uit.', 'possible', 'a denied exclusion keeps the doubt'],
  ['Heupfractuur links, trombose niet aangetoond.', 'fracture', 'a denial behind the comma has its own noun'],
  ['Heupfractuur links, niet aangetoond.', 'none', 'a bare denial behind the comma means the fracture'],
  ['Heupfractuur waarschijnlijk.', 'possible', 'a doubt that closes the sentence looks back'],
  ['Heupfractuur waarschijnlijk door een val.', 'fracture', 'a doubt with words behind it looks ahead'],
  ['Indien pijn aanhoudt: CT pols voor occulte fractuur.', 'none', 'a condition carries over its colon'],
  [
    'Indicatie: collumfractuur links.\nPeroperatief geen fractuur van de schacht.',
    'fracture',
    'a fracture denied during surgery is another one',
  ],
  ['RX pols li. Schroef radius links gebroken.', 'none', 'the screw before the bone is what broke'],
  [
    'RX voet. Oude fractuur van MT5. hallux valgus. Geen fractuur.',
    'none',
    'no abbreviation ends in a digit',
  ],
  ['Voor een fractuur van het sacrum zijn er geen argumenten.', 'none', 'a denial may end the sentence'],
  ['Heupfractuur links, stapt nog niet.', 'fracture', 'a denial at the end of another clause is not its own'],
  ['Geringe wigvorming Th7, geen fractuur.', 'none', 'a shape without a grade gives way to a denial'],
  ['Listhesis graad 1; wigvormige Th11.', 'none', 'the grade of a slipped vertebra is no Genant grade'],
  ['Verdenking heupfractuur, MRI: geen fractuur.', 'none', 'an examination settles the doubt before it'],
  ['Ribfracturen na val van de trap (2017).', 'none', 'a year in brackets dates what stands before it'],
  ["Polsfractuur links in '09.", 'none', 'two digits behind an apostrophe are a year'],
  ['2009 - enkelfractuur re', 'none', 'a year that opens the line dates it'],
  ['Frac-\ntuur van de linker pols.', 'fracture', 'a word broken at the line end is one word'],
];

for (const [report, triage, why] of readings)
  test(`${why}: ${JSON.stringify(report)}`, () => {
    expect(finder.read(report).triage).toBe(triage);
  });
