// What the case finder promises, one sentence each.

import { describe, expect, test } from 'vitest';
import { createCaseFinder, type Finding, type ReportContext } from '../src/index.ts';

const finder = createCaseFinder();

function only(text: string, context?: ReportContext): Finding {
  const { findings } = finder.read(text, context);
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

describe('where', () => {
  test('a compound names its own bone', () => {
    expect(only('Heupfractuur links.')).toMatchObject({
      site: 'hip.unspecified',
      side: 'left',
      presence: 'present',
    });
  });
  test('a hanging hyphen shares the head: pols- en heupfractuur are two', () => {
    const sites = finder
      .read('Status na pols- en heupfractuur rechts.')
      .findings.map((finding) => finding.site);
    expect(sites.sort()).toEqual(['hip.unspecified', 'wrist.distal-radius']);
  });
  test('a part and a bone make the site in any order', () => {
    expect(only('Fractuur van de distale radius links.').site).toBe('wrist.distal-radius');
    expect(only('Fracture of the neck of the left femur.').site).toBe('hip.femoral-neck');
    expect(only('Proximale humerusfractuur rechts.').site).toBe('humerus.proximal');
  });
  test('levels across the junction make one finding for each region', () => {
    const found = finder.read('Recente inzakkingsfracturen D11 t.e.m. L1.').findings;
    expect(found.map(({ site, levels }) => [site, levels])).toEqual([
      ['vertebra.thoracic', ['T11', 'T12']],
      ['vertebra.lumbar', ['L1']],
    ]);
  });
  test('the examination gives bone and side when the sentence does not', () => {
    expect(only('RX pols rechts.\nGeen fractuur.')).toMatchObject({
      site: 'wrist.distal-radius',
      side: 'right',
      presence: 'absent',
    });
  });
});

describe('whether', () => {
  test('displacement that is denied never denies the fracture', () => {
    for (const text of [
      'Niet-verplaatste radiusfractuur links.',
      'Fracture non déplacée du radius.',
      'Nicht dislozierte Radiusfraktur.',
      'Undisplaced fracture of the radius.',
    ])
      expect(only(text)).toMatchObject({ presence: 'present', displaced: 'no' });
  });
  test('a denial of recent fractures says so', () => {
    expect(only('Geen recente ribfractuur.')).toMatchObject({
      presence: 'absent',
      absentScope: 'acute',
      time: 'acute',
    });
    expect(only('Geen recente of oude ribfractuur.')).toMatchObject({
      presence: 'absent',
      absentScope: 'any',
    });
    expect(only('No displaced rib fracture.')).toMatchObject({
      presence: 'absent',
      absentScope: 'displaced',
    });
  });
  test('a fracture that cannot be excluded is possible', () => {
    expect(only('Heupfractuur niet uit te sluiten.').presence).toBe('possible');
    expect(only("L'examen ne permet pas d'exclure une fracture du col fémoral.").presence).toBe('possible');
  });
  test('a denial may stand behind its noun, at the end of the sentence', () => {
    expect(finder.read('LWS: Höhen erhalten. Sinterungszeichen keine.').triage).toBe('none');
    expect(finder.read('Radiusfraktur links, Dislokation keine.').triage).toBe('fracture');
  });
  test('a suspicion that the next sentence withdraws is denied', () => {
    const withdrawn = 'V.a. Schenkelhalsbruch rechts. Röntgen Hüfte: Verdacht nicht bestätigt.';
    expect(only(withdrawn)).toMatchObject({ presence: 'absent', site: 'hip.femoral-neck' });
    expect(finder.read('V.a. Schenkelhalsbruch rechts. Pneumothorax ausgeschlossen.').triage).toBe(
      'possible',
    );
  });
  test('what was only asked is answered by a plain denial after it', () => {
    expect(only('Pelvis XR - ?subtle # L superior ramus, radiologist: no fracture.').presence).toBe('absent');
    expect(finder.read('Wrist XR - ?subtle # L scaphoid, no displaced fracture.').triage).toBe('possible');
  });
  test('Scheuermann or Schmorl explains a wedge vertebra, but not one with a level of its own', () => {
    expect(finder.read('BWS: Keilwirbel BWK 11 (Scheuermann in der Jugend).').triage).toBe('none');
    expect(finder.read('Schmorl-Knoten LWK 3, Deckplattenimpression LWK 1.').triage).toBe('fracture');
  });
  test('a shape word beside another bone is not the spine named before', () => {
    expect(finder.read('Cervical fusion. Deformity of the left proximal humerus, possibly old.').triage).toBe(
      'none',
    );
  });
  test('an "and" between ordinals does not part a fracture from its wires', () => {
    expect(finder.read('Fracture of the second and third sternotomy wires.').triage).toBe('none');
    expect(finder.read('Fracture of the sternum and broken wires.').triage).toBe('fracture');
  });
  test('pressure on the dural sac is no collapse of the level it is told at', () => {
    expect(finder.read('Protrusion L4/5 mit Impression des ventralen Duralsacks.').triage).toBe('none');
  });
  test('a question of the requester is no finding, and explain says so', () => {
    const explained = finder.explain('Klinische inlichtingen: val, fractuur?\nGeen afwijkingen.');
    expect(explained.findings).toEqual([]);
    expect(explained.setAside.map(({ reason }) => reason)).toEqual(['question']);
  });
  test('a doubt that is confirmed behind it is a fracture', () => {
    expect(only('Fracture du col fémoral suspectée, confirmée par scanner.').presence).toBe('present');
    expect(only('Fracture du col fémoral suspectée, scanner demandé.').presence).toBe('possible');
  });
  test('a later examination that denies the fracture settles the doubt, an earlier one does not', () => {
    expect(only('Suspicion de fracture de hanche. RX : pas de fracture.').presence).toBe('absent');
    expect(only('RX : pas de fracture. Suspicion de fracture de hanche.').presence).toBe('possible');
  });
  test('a doubt about age or about another noun leaves the fracture certain', () => {
    expect(only('Tassement de L1, probablement ancien.')).toMatchObject({ presence: 'present', time: 'old' });
    expect(only('Fracture de côte, possible pneumothorax.').presence).toBe('present');
    expect(only('Fracture de côte, possible.').presence).toBe('possible');
  });
  test('a French denial dictated without a comma ends where the next fracture names its bone', () => {
    expect(only('pas de luxation fracture du trochiter gauche').presence).toBe('present');
    expect(only('pas de véritable fracture du trochiter gauche').presence).toBe('absent');
  });
  test('a verdict behind a colon settles the doubt', () => {
    expect(only('Suspicion de fracture du scaphoïde : non confirmée.').presence).toBe('absent');
  });
  test('a companion who brings or houses the patient broke nothing', () => {
    expect(only('Amenée par sa fille pour fracture de la hanche.').experiencer).toBe('patient');
    expect(only('La patiente signale une fracture de hanche chez sa mère.').experiencer).toBe('family');
  });
  test('the conclusion prevails over the findings, and the contradiction is flagged', () => {
    const finding = only(
      'Bevindingen: fractuur van de distale radius rechts.\nBesluit: geen fractuur van de distale radius rechts.',
    );
    expect(finding).toMatchObject({ presence: 'absent', conflict: true });
  });
});

describe('when', () => {
  test('a stated age counts in weeks and months', () => {
    expect(only('Polsfractuur links, 3 weken geleden.').time).toBe('acute');
    expect(only('4 maanden na heupfractuur rechts.').time).toBe('subacute');
    expect(only('Heupfractuur rechts, 3 jaar geleden.').time).toBe('old');
  });
  test('a day counted from the operation is an age', () => {
    expect(only('Clou gamma gauche, J+10.').time).toBe('acute');
    expect(only('J60 d’une fracture du poignet.').time).toBe('subacute');
    expect(only('Clou gamma gauche.').time).toBe('old');
  });
  test('10j is ten days in French and ten years in Dutch', () => {
    expect(only('Chute il y a 10j, tassement de L1.', { language: 'fr' }).time).toBe('acute');
    expect(only('Polsfractuur 10j geleden.', { language: 'nl' }).time).toBe('old');
  });
  test('stable dates a vertebra and not an ankle', () => {
    expect(only('Tassement de L2, stable.').time).toBe('old');
    expect(only('Fracture de la malléole externe, stable.').time).toBe('undetermined');
  });
  test('the date of the report tells how old a stated year is', () => {
    expect(only('Polsfractuur links 2026.', { date: '2026-05-01' }).time).toBe('undetermined');
    expect(only('Polsfractuur links 2016.', { date: '2026-05-01' })).toMatchObject({
      time: 'old',
      year: 2016,
    });
  });
  test('a day without a year is of the last twelve months, whatever the status says', () => {
    expect(only('Z.n. Osteosynthese einer pertrochantären Fraktur rechts am 03.10.').time).toBe(
      'undetermined',
    );
    expect(only('Z.n. Osteosynthese einer pertrochantären Fraktur rechts am 03.10.2009.').time).toBe('old');
    expect(only('Z.n. Femurfraktur rechts 3 Wochen vor Aufnahme.').time).toBe('acute');
  });
  test('an injury told in the report dates an undated fracture', () => {
    expect(only('RX pols links na val. Distale radiusfractuur.').time).toBe('acute');
  });
  test('a new collapse of a known fracture is a new event', () => {
    expect(only('Gekende inzakking L1, duidelijk toegenomen.')).toMatchObject({ time: 'subacute' });
  });
});

describe('triage', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Recente heupfractuur links.', 'fracture'],
    ['Oude inzakking van D12, ongewijzigd.', 'prevalent-vertebral'],
    ['Inzakking L1 niet uit te sluiten.', 'possible'],
    ['Oude polsfractuur links.', 'none'],
    ['Fractuur van de neus.', 'none'],
    ['Moeder had een heupfractuur.', 'none'],
    ['Geen fractuur.', 'none'],
  ];
  for (const [text, triage] of cases)
    test(`"${text}" is ${triage}`, () => {
      expect(finder.read(text).triage).toBe(triage);
    });
});

describe('what it admits', () => {
  test('a wedge without a grade is not counted, and the limitation is told', () => {
    const result = finder.read('Lichte wigvorming van Th8.');
    expect(result.findings).toEqual([]);
    expect(result.limitations).toContain('vertebral-shape-without-grade');
  });
  test('a report without a fracture word is still given its language', () => {
    expect(finder.read('Normaal onderzoek van de lever en de nieren, geen vrij vocht.')).toEqual({
      language: 'nl',
      findings: [],
      triage: 'none',
      limitations: [],
    });
  });
  test('an empty text reads as nothing', () => {
    expect(finder.read('').findings).toEqual([]);
  });
});

describe('what another hand wrote', () => {
  const finder = createCaseFinder();
  const presences = (text: string): string[] =>
    finder.read(text).findings.map((finding) => `${finding.site} ${finding.presence}`);

  test('a denial that ends in a colon denies each item of its list', () => {
    expect(
      presences("Épaule D.\nAbsence de :\n- fracture de l'omoplate\n- fracture claviculaire\nLuxation."),
    ).toEqual(['scapula absent', 'clavicle absent']);
  });

  test('an exclusion that is itself denied is a doubt, whatever stands between', () => {
    expect(presences('Enfoncement de L4 qui n’est pas vraiment formellement écarté.')).toEqual([
      'vertebra.lumbar possible',
    ]);
    expect(presences('Polsfractuur links niet honderd procent uitgesloten.')).toEqual([
      'wrist.distal-radius possible',
    ]);
  });

  test('what is said of both vertebrae is said of the first too', () => {
    const times = finder
      .read('VFA: BWK 12 Genant 2, LWK 3 Genant 1, beide unverändert.')
      .findings.map((finding) => finding.time);
    expect(times).toEqual(['old', 'old']);
  });

  test('an everyday word of breaking takes no bone from a title when its clause is about something else', () => {
    expect(presences('Echo van het bekken normaal.\nDe nachten waren gebroken door krampen.')).toEqual([]);
    expect(presences('RX pols links.\nGebroken.')).toEqual(['wrist.distal-radius present']);
  });

  test('a break of something else inside one word is none of bone', () => {
    expect(presences('RX bekken normaal.\nEr was een begrotingsbreuk.')).toEqual([]);
  });

  test('a comma between adjectives parts no denial from its fracture', () => {
    expect(presences('No acute, displaced fracture of the bony thorax.')).toEqual(['rib absent']);
  });
});
