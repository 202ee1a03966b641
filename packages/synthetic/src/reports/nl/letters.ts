// Emergency notes, discharge letters, clinic notes and letters from the practice, in Flemish hands.

import type { Phrasebook } from '../phrasebook.ts';

export const dutchLetters: Pick<Phrasebook, 'letters' | 'tScores' | 'dxaConclusion'> = {
  letters: {
    edHeads: ['SPOEDVERSLAG', 'Spoedgevallen', 'Spoed - medisch verslag', 'Verslag spoedopname', ''],
    dischargeHeads: [
      'Ontslagbrief orthopedie-traumatologie\n\nGeachte collega,',
      'Ontslagbrief dienst geriatrie\n\nGeachte collega,',
      'Voorlopige ontslagbrief\nBeste collega,',
      'Ontslagverslag orthopedie',
    ],
    dischargeReason: [
      'Uw patiënt verbleef op onze dienst van {from} tot {to}. Reden van opname: {fall}.',
      'Opname van {from} tot {to}. Reden: {fall}, pijn en functieverlies.',
      'Bovengenoemde patiënt was opgenomen van {from} tot {to} nadat hij/zij was {fall}.',
    ],
    course: [
      'Ongecompliceerd verloop.',
      'Postoperatief delier, gunstig geëvolueerd.',
      'Urineweginfectie, behandeld.',
      'Hb-daling waarvoor 2 EPC.',
      'Mobilisatie met looprek vlot.',
      'Pneumonie dag 4, amoxiclav.',
      'Wonde per primam.',
      'Volle steunname toegelaten.',
    ],
    boneHealth: [
      'Osteoporosebilan via de huisarts te overwegen.',
      'Vit D 9 ng/ml: oplaadschema.',
      'DXA te plannen na revalidatie.',
      'Gelieve osteoporosebehandeling te evalueren.',
      'Start D-Cure.',
      '',
      '',
    ],
    dischargeEnd: [
      'RX-controle op 6 weken.',
      'Clexane 40 gedurende 5 weken. Hechtingen dag 14.',
      'Revalidatie op Sp-dienst.',
      'Terug naar WZC met kine.',
      'Met collegiale groeten',
      'Controle raadpleging over 6 weken.\nMet vriendelijke groeten',
    ],
    gpHeads: ['Geachte collega,', 'Beste collega,', 'Waarde collega,', 'Verwijsbrief huisarts'],
    gpEnd: ['Met dank en collegiale groeten', 'Mvg', 'Dank bij voorbaat,', 'Collegiale groeten'],
    gpFracture: [
      'Mag ik u mevrouw/mijnheer toevertrouwen voor osteoporosebilan na een [[{fx}]] {weeks} weken geleden ({fall}).',
      'Graag uw advies na recente [[{fx}]], behandeld op spoed. Patiënt is {fall}.',
      'Gelieve DXA te willen verrichten: [[{fx}]] {weeks} weken geleden, {fall}.',
    ],
    gpOther: [
      'Gelieve deze patiënt te willen zien voor aanpassing van de antihypertensiva.',
      'Graag advies voor een navelbreuk, sinds kort hinderlijk.',
      'Verwijzing wegens gonartrose, infiltratie?',
      'Gelieve DXA te plannen bij deze patiënte, menopauze op 44 jaar.',
      'Graag cardiale evaluatie bij dyspnoe.',
      'Kies afgebroken, tandarts verwittigd; graag INR-beleid.',
    ],
    gpBack: [
      'Rugpijn sinds een week na bukken, hoogte D12, [[wervelinzakking]] vermoed.',
      'Acute rugpijn, ik vermoed een [[wervelfractuur]]. Graag RX.',
    ],
    clinicHeads: ['Raadpleging orthopedie', 'Consultatie traumatologie', 'Poli orthopedie'],
    internalReasons: [
      'Opname voor pneumonie.',
      'Opname wegens cardiale decompensatie.',
      'Opname voor urosepsis.',
      'Opname voor TIA-uitwerking.',
      'Opname voor COPD-exacerbatie.',
      'Opname voor heelkundig herstel van een littekenbreuk.',
    ],
    internalCourse: [
      'Gunstige evolutie onder antibiotica.',
      'Diuretica IV, -5 kg.',
      'Zuurstof afgebouwd.',
      'Vlot herstel.',
      'Delier, voorbijgaand.',
    ],
  },
  tScores: [
    'T-score LWZ (L1-L4): -{a}, femurhals {side}: -{b}, totale heup: -{c}.',
    'T-scores: wervelkolom -{a}; femurhals -{b}; heup totaal -{c}.',
    'LWZ T -{a}, collum T -{b}, heup T -{c} (vergelijkbaar met vorig onderzoek).',
  ],
  dxaConclusion: [
    'osteoporose.',
    'osteopenie.',
    'osteoporose ter hoogte van de heup, behandeling te overwegen.',
    'normale tot licht verlaagde botdensiteit.',
  ],
};
