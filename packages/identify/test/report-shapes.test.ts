// Shapes of sentences and reports, not words: lists, brackets, dictation, masked words, doubts answered later.

import { describe, expect, test } from 'vitest';
import { createCaseFinder, type Finding } from '../src/index.ts';

const finder = createCaseFinder();

function read(text: string): readonly Finding[] {
  return finder.read(text).findings;
}

function told(text: string): string[] {
  return read(text).map(({ site, levels, presence, time }) =>
    [levels.length > 0 ? levels.join('+') : site, presence, time].join(' '),
  );
}

describe('lists', () => {
  test('a denial before a list of bones denies each of them', () => {
    expect(told('No definite rib, clavicular or vertebral fracture.')).toEqual([
      'rib absent undetermined',
      'clavicle absent undetermined',
      'vertebra.unspecified absent undetermined',
    ]);
  });
  test('items numbered in one line keep their own side', () => {
    const sides = read('Injuries: 1) open R tib/fib fx 2) L acetabular fx 3) sacral alar fx').map(
      (finding) => finding.side,
    );
    expect(sides).toEqual(['right', 'left', null]);
  });
  test('the bracket behind each level tells its own age', () => {
    expect(told('Compression fractures at T11 (acute) and T7 (chronic).')).toEqual([
      'T11 present acute',
      'T7 present old',
    ]);
  });
  test('levels that several dashes join are a list and no span', () => {
    expect(told('Gekende indeukingen D7-D8-L1.')).toEqual(['T7+T8 present old', 'L1 present old']);
  });
});

describe('denial and doubt', () => {
  test('quiet marrow in a denied list denies the fracture too, and elsewhere tells of an old one', () => {
    expect(told('MRI C-SPINE: No marrow edema, fracture or ligamentous disruption.')[0]).toContain('absent');
    expect(told('Compression fracture of T8, no marrow edema.')).toEqual(['T8 present old']);
  });
  test('what cannot be excluded is not denied by not being seen', () => {
    expect(told('Rib fracture not seen but cannot be excluded.')[0]).toContain('possible');
  });
  test('a suspicion is answered by the film, however short the fracture is written', () => {
    expect(told('Suspected hip #. XR: # left femoral neck.')[0]).toContain('present');
  });
  test('a bone bruised or broken is not yet broken', () => {
    expect(told('Sprain or fracture of the left ankle.')[0]).toContain('possible');
  });
});

describe('forms', () => {
  test('an empty box states nothing, a ticked no denies', () => {
    expect(told('[ ] fractuur [x] distorsie [ ] luxatie')).toEqual([]);
    expect(told('Fracture : ☐ oui ☒ non')).toEqual(['unspecified absent undetermined']);
    expect(told('Handgelenk rechts, Fraktur: [x] ja [ ] nein')).toEqual([
      'wrist.distal-radius present undetermined',
    ]);
  });
  test('a minus sign or nought behind the word denies', () => {
    expect(told('Rx: fract -, lux -.')).toEqual(['unspecified absent undetermined']);
    expect(told('Fraktur: 0')).toEqual(['unspecified absent undetermined']);
  });
  test('a label of many words is answered behind its colon', () => {
    expect(told('Frakturen nach dem 50. Lebensjahr: keine')).toEqual(['unspecified absent undetermined']);
  });
  test('a number sign that opens a problem of a list breaks nothing', () => {
    expect(told('MRI pelvis normal.\n# Osteoporosis: alendronate.')).toEqual([]);
  });
});

describe('the year in which it was seen', () => {
  test('a fracture that an earlier scan showed is old, one it did not show is new', () => {
    expect(told('Wedge compression fracture of T11, present on CT 2019.')).toEqual(['T11 present old']);
    expect(told('L1 compression fracture, not seen in 2022.')).toEqual(['L1 present acute']);
  });
  test('what is said behind a grade or percentage is said of the fracture', () => {
    expect(told('Sinterung LWK 1, Grad 2, unverändert.')).toEqual(['L1 present old']);
  });
  test('a short sentence without a subject of its own goes on about the vertebra', () => {
    expect(told('T12 compression fracture. This is unchanged since 2019.')).toEqual(['T12 present old']);
    expect(told('T12 compression fracture. Heart size unchanged.')).toEqual(['T12 present undetermined']);
  });
  test('what happens today is not the fracture of a year ago', () => {
    expect(told('Removal of the plate of the right ankle today, fracture of 2011.')).toEqual([
      'ankle present old',
    ]);
  });
});

describe('a doubt and its answer', () => {
  test('a bare denial right behind a doubt answers it', () => {
    expect(told('Suspected hip fracture. No fracture.')[0]).toContain('absent');
    expect(told('Vermoeden heupfractuur. Geen fractuur.')[0]).toContain('absent');
  });
  test('what is to be excluded under a condition is held by nobody', () => {
    expect(told('Impression: contusion. If pain persists, MRI to exclude an occult fracture.')).toEqual([]);
    expect(
      told('Beurteilung: Kontusion. Falls Schmerzen anhalten, MRT zum Ausschluss einer okkulten Fraktur.'),
    ).toEqual([]);
  });
  test('a hedged denial, or one of other fractures, leaves it', () => {
    expect(told('Suspected hip fracture. No definite fracture.')[0]).toContain('possible');
    expect(told('Possible fracture of the distal radius. No other fracture.')[0]).toContain('possible');
    expect(told('Scafoïdfractuur niet uit te sluiten. Geen fractuur.')[0]).toContain('possible');
  });
});

describe('what stands around', () => {
  test('where the line names its vertebra, dorsal tells a direction', () => {
    expect(told('Th12: ventraal wat lager dan dorsaal, mogelijk beginnende inzakking.')).toEqual([
      'T12 possible undetermined',
    ]);
  });
  test('beside a phalanx D3 is a finger', () => {
    expect(told('Écrasement P3 D3 gauche dans une portière.')).toEqual([]);
  });
  test('healing denied of a fracture denies the healing', () => {
    expect(told('Geen consolidatie van de fractuur van de tibia.')).toEqual([
      'lower-leg.shaft present undetermined',
    ]);
  });
  test('a nail behind a comma treats the fracture', () => {
    expect(told('4 mnd na crurisfractuur re, T2 pen tibia.')).toEqual(['lower-leg.shaft present subacute']);
  });
  test('the node that explains a dent may stand before its level', () => {
    expect(told("Schmorl's node L2 with mild superior endplate depression.")).toEqual([]);
  });
  test('screws across a fracture are not what broke', () => {
    expect(told('Clavicle RT: plate and screws spanning a midshaft fracture.')).toEqual([
      'clavicle present undetermined',
    ]);
  });
  test('the span of an operation is no list of fractures', () => {
    expect(told('L1 burst fracture s/p T11-L3 posterior fusion.')).toEqual(['L1 present undetermined']);
  });
  test('a man of 44 is no fracture of 44 months', () => {
    expect(told('44M s/p rollover. Fracture of C1.')).toEqual(['C1 present acute']);
  });
  test('paragraphs that a typist ran together are read apart', () => {
    const [finding] = read(
      'HISTORY: , Hit with a ball.,FINDINGS: , Fracture of the left ulna.,PLAN: , Cast.',
    );
    expect(finding?.section).toBe('findings');
  });
});
