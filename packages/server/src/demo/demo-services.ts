// The services of the two demonstration hospitals, invented like everything else there: the numbers belong to nobody (they
// lie in no range that is given out), so that a guide and its calls can be looked at whole.

import type { HospitalServiceRow } from '../guide/directory/hospital-services.ts';
import type { DemoHospital } from './demo-hospitals.ts';

type Line = readonly [
  kind: HospitalServiceRow['kind'],
  name: string,
  phone: string,
  hours: string,
  place: string,
];

const lines: Readonly<Record<'nl' | 'fr', readonly Line[]>> = {
  nl: [
    ['fracture-service', 'Botpoli', '09 000 00 10', 'werkdagen, 9 tot 17 uur', 'Ingang 2, route 20'],
    [
      'orthopaedics',
      'Orthopedie en traumatologie',
      '09 000 00 20',
      'werkdagen, 8 tot 18 uur',
      'Ingang 2, route 24',
    ],
    ['ward', 'Verpleegafdeling orthopedie', '09 000 00 24', 'dag en nacht', 'Derde verdieping'],
    ['emergency', 'Spoed', '09 000 00 12', 'dag en nacht', 'Ingang 1'],
    ['physiotherapy', 'Kinesitherapie', '09 000 00 30', 'werkdagen, 8 tot 17 uur', 'Ingang 3, route 31'],
    ['bone-density', 'Botmeting', '09 000 00 40', 'werkdagen, 8 tot 16 uur', 'Ingang 2, route 22'],
    ['social-work', 'Sociale dienst', '09 000 00 50', 'werkdagen, 9 tot 16 uur', 'Ingang 1, route 10'],
    ['complaints', 'Ombudsdienst', '09 000 00 60', 'werkdagen, 9 tot 12 uur', 'Ingang 1, route 11'],
  ],
  fr: [
    [
      'fracture-service',
      'Consultation des os',
      '081 00 00 10',
      'jours ouvrables, 9 à 17 h',
      'Entrée 2, route 20',
    ],
    [
      'orthopaedics',
      'Orthopédie et traumatologie',
      '081 00 00 20',
      'jours ouvrables, 8 à 18 h',
      'Entrée 2, route 24',
    ],
    ['ward', 'Unité d’orthopédie', '081 00 00 24', 'jour et nuit', 'Troisième étage'],
    ['emergency', 'Urgences', '081 00 00 12', 'jour et nuit', 'Entrée 1'],
    ['physiotherapy', 'Kinésithérapie', '081 00 00 30', 'jours ouvrables, 8 à 17 h', 'Entrée 3, route 31'],
    ['bone-density', 'Mesure des os', '081 00 00 40', 'jours ouvrables, 8 à 16 h', 'Entrée 2, route 22'],
    ['social-work', 'Service social', '081 00 00 50', 'jours ouvrables, 9 à 16 h', 'Entrée 1, route 10'],
    ['complaints', 'Médiation', '081 00 00 60', 'jours ouvrables, 9 à 12 h', 'Entrée 1, route 11'],
  ],
};

export function demoServices({ language }: Pick<DemoHospital, 'language'>): readonly HospitalServiceRow[] {
  return lines[language === 'fr' ? 'fr' : 'nl'].map(([kind, name, phone, hours, place]) => ({
    kind,
    name,
    phone,
    hours,
    place,
  }));
}
