// Two people whose guides are printed in tests and measured in bench/: one after a hip operation, and one with a back for
// whom the team opened everything, so that the guide is as long as it gets.

import { knownDate } from '@breekpunt/core';
import type { GuideInput, Medicine } from '@breekpunt/inform';
import { someInput } from '@breekpunt/inform/test/guide-input';

const medicine = (
  kind: Medicine['kind'],
  name: string,
  dose: string,
  times: readonly string[],
): Medicine => ({
  kind,
  name,
  dose,
  times,
  stopOn: kind === 'opioid' ? knownDate('2026-11-30') : 'not-recorded',
  nextOn: 'not-recorded',
});

export const somebody: GuideInput = {
  ...someInput,
  medication: [
    medicine('paracetamol', 'Paracetamol', '1 g, 3 keer per dag', ['08:00', '14:00', '20:00']),
    medicine('opioid', 'Oxycodon 5 mg', '2 keer per dag 1 tablet', ['08:00', '20:00']),
  ],
  hospital: {
    name: 'Sint-Synthetica',
    services: [
      {
        role: 'fracture-service',
        name: 'Botpoli',
        phone: '09 000 00 10',
        hours: 'werkdagen, 9 tot 17 uur',
        place: 'Ingang 2',
      },
      {
        role: 'orthopaedics',
        name: 'Orthopedie',
        phone: '09 000 00 20',
        hours: 'werkdagen, 8 tot 18 uur',
        place: 'Ingang 2',
      },
    ],
  },
  appointments: [
    { id: 'a', kind: 'x-ray', on: knownDate('2026-12-03'), at: '09:30', place: 'Ingang 2, route 24' },
    { id: 'b', kind: 'bone-density', on: knownDate('2026-12-15'), at: 'not-recorded', place: 'not-recorded' },
  ],
};

export const everythingOpen: GuideInput = {
  ...somebody,
  diagnosis: { kind: 'vertebral-fracture', levels: ['T8', 'L1'], cause: 'fragility' },
  treatment: { kind: 'conservative' },
  eventOn: knownDate('2026-10-25'),
  given: {
    ...somebody.given,
    brace: 'yes',
    physiotherapistAllowsBending: 'yes',
    surgeonAllowsStrength: 'yes',
    xRayStable: 'yes',
    walksTenMinutes: 'yes',
    pain: 3,
  },
};
