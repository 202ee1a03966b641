// A case to begin from in tests: a woman of 82, a week after the nail in a broken hip, at home in Belgium. Tests say only
// what differs.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import type { GuideInput } from '../src/input/guide-input.ts';

export const today: CalendarDate = knownDate('2026-11-22');

export const someInput: GuideInput = {
  today,
  language: 'nl',
  country: 'BE',
  diagnosis: { kind: 'hip-fracture', site: 'trochanteric' },
  alsoBroken: false,
  treatment: { kind: 'operation', operation: 'nail', on: knownDate('2026-11-13') },
  side: 'left',
  eventOn: knownDate('2026-11-12'),
  age: 82,
  sex: 'female',
  home: { place: 'home', livesAlone: 'yes', stairs: 'yes', carer: 'yes' },
  homeAnswers: {},
  medication: [],
  opioidNotes: { stopOn: 'not-recorded', stoppedOn: 'not-recorded' },
  hospital: {
    name: 'AZ Voorbeeld',
    services: [
      {
        role: 'fracture-service',
        name: 'Botpoli',
        phone: '09 000 00 01',
        hours: 'maandag tot vrijdag, 9 tot 17 uur',
        place: 'Ingang 12',
      },
      {
        role: 'orthopaedics',
        name: 'not-recorded',
        phone: '09 000 00 02',
        hours: 'not-recorded',
        place: 'not-recorded',
      },
    ],
  },
  appointments: [],
  given: {
    weightBearing: 'full',
    precautions: [],
    brace: 'not-recorded',
    physiotherapistAllowsBending: 'not-recorded',
    surgeonAllowsStrength: 'not-recorded',
    xRayStable: 'not-recorded',
    walksTenMinutes: 'not-recorded',
    pain: 'not-recorded',
    stepsBack: 0,
  },
  lastHipInjection: 'never',
  asked: { mortality: false },
};

/** Everything that can be unknown, unknown. */
export const nothingRecorded: GuideInput = {
  ...someInput,
  diagnosis: { kind: 'vertebral-fracture', levels: 'not-recorded', cause: 'not-recorded' },
  treatment: 'not-recorded',
  side: 'not-recorded',
  eventOn: 'not-recorded',
  age: 'not-recorded',
  sex: 'not-recorded',
  home: { place: 'not-recorded', livesAlone: 'not-recorded', stairs: 'not-recorded', carer: 'not-recorded' },
  medication: 'not-recorded',
  hospital: { name: 'not-recorded', services: [] },
  given: { ...someInput.given, weightBearing: 'not-recorded' },
  lastHipInjection: 'not-recorded',
};
