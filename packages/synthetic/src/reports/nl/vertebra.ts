// The many Flemish words for one broken vertebra. Half of them avoid the word fracture, as real reports do.

import type { Phrasebook } from '../phrasebook.ts';

export const dutchVertebra: Phrasebook['vertebra'] = {
  fresh: [
    'Nieuwe [[inzakking van {lv}]] met hoogteverlies van ca. {pc}%, niet aanwezig op het vorig onderzoek.',
    'Recente [[wervelinzakking {lv}]].',
    '[[Dekplaatimpressie van {lv}]] met corticale onderbreking, recent aspect.',
    'Recente [[compressiefractuur van {lv}]], hoogteverlies {pc}%.',
    'Verse [[dekplaatfractuur {lv}]] zonder retropulsie van de achterwand.',
    '[[Indeukingsfractuur van de bovenste dekplaat van {lv}]], recent.',
    '[[Wigvormige inzakking {lv}]], nieuw tegenover vorig jaar, Genant {gr}.',
    'Recente osteoporotische [[wervelfractuur {lv}]].',
  ],
  freshConclusion: [
    'recente [[inzakking {lv}]].',
    'recente [[wervelfractuur {lv}]].',
    'verse [[compressiefractuur {lv}]].',
  ],
  undated: [
    '[[Inzakking van {lv}]].',
    'Skelet: [[hoogteverlies van {lv}, Genant graad {gr}]].',
    '[[Wigvormige vormverandering van {lv}, Genant {gr}]].',
    'In het botvenster [[inzakking van de bovenste dekplaat van {lv}]], ouderdom onbepaald.',
    '[[Compressiefractuur {lv}]], leeftijd niet te bepalen.',
    '[[Wigvormige inzakking van {lv}]], recent of oud.',
    'Osteopenie met [[inzakking {lv}]].',
    'Toevalsbevinding: [[wervelinzakking {lv}]].',
    '[[Dekplaatindeuking {lv}]] van onbepaalde datum.',
  ],
  old: [
    'Oude [[inzakking van {lv}]].',
    'Gekende [[inzakking {lv}]], ongewijzigd.',
    'Oude [[wigvormige inzakking {lv}]] zonder evolutie.',
    'Bekende oude [[wervelfractuur {lv}]].',
    'Status na oude [[compressiefractuur {lv}]].',
    'Oud [[hoogteverlies {lv} (Genant {gr})]].',
  ],
  unchanged: [
    'Ongewijzigde gekende [[inzakking {lv}]].',
    'De gekende [[inzakking van {lv}]] is stationair.',
    'Gekende [[wervelinzakking {lv}]], idem vorig onderzoek.',
    '[[Inzakking {lv}]] reeds gekend, ongewijzigd tov {year}.',
    'Gekende oude [[inzakking {lv}]]. Geen nieuwe inzakkingen.',
  ],
  progression: [
    'Toegenomen [[inzakking van {lv}]] in vergelijking met {months} maanden geleden, nu {pc}%.',
    'Progressieve [[inzakking {lv}]] tegenover het onderzoek van {months} maanden geleden.',
  ],
  mriFresh: [
    'Beenmergoedeem in het corpus van {lv} op STIR met fractuurlijn: recente [[fractuur {lv}]].',
    'T1-hypo-intens en STIR-hyperintens signaal onder de bovenste dekplaat van {lv}, passend bij recente [[dekplaatfractuur]].',
    'Acute [[osteoporotische inzakking {lv}]] met botoedeem, {pc}% hoogteverlies.',
  ],
  mriOld: [
    '[[Inzakking {lv}]] zonder oedeem, oud.',
    'Oude [[inzakking {lv}]] met normaal vetsignaal op T1 en T2.',
  ],
  denied: [
    'Geen [[wervelinzakking]].',
    'Geen [[inzakkingen]].',
    'Geen argumenten voor [[wervelfractuur]].',
    'Normale wervelhoogte, geen [[inzakking]].',
    'Geen [[fractuur]] van de wervels.',
  ],
  deniedNew: [
    'Geen nieuwe [[inzakkingen]].',
    'Geen recente [[wervelfractuur]].',
    'Geen bijkomende recente [[inzakking]].',
  ],
  lookalike: [
    'Beeld van M. Scheuermann met discrete wigvorm D7-D9 en Schmorlse nodules.',
    'Fysiologische wigvorm van D12.',
    'Limbusvertebra L4.',
    'Discusinzakking L5-S1 met vacuümfenomeen.',
    'Hoogteverlies van de tussenwervelschijf L4-L5.',
  ],
  pathological: [
    'Lytisch letsel {lv} met [[pathologische inzakking van {lv}]].',
    '[[Pathologische fractuur van {lv}]] met doorbraak van de achterwand.',
  ],
  past: [
    '[[inzakking {lv}]]',
    '[[wervelfractuur {lv}]]',
    'oude [[inzakking {lv}]]',
    '[[osteoporotische inzakking {lv}]]',
  ],
  vfa: [
    'VFA: [[wigdeformiteit {lv} graad {gr} volgens Genant]], reeds gekend.',
    'VFA D5-L4: oude [[inzakking {lv}, graad {gr}]].',
  ],
  vfaDenied: [
    'VFA D4-L4: geen [[wervelfracturen]].',
    'VFA: geen [[wervelinzakkingen]].',
    'VFA D5-L4 goed beoordeelbaar, geen [[vertebrale fracturen]].',
  ],
  suspected: [
    'Vermoeden van [[inzakking {lv}]], MR aanbevolen.',
    'Mogelijk discrete [[inzakking {lv}]], projectie niet uit te sluiten.',
    '[[Wigvormige fractuur {lv}]] niet uit te sluiten.',
  ],
};
