// Whom to call at each level, with the number of this country and hospital. Decision: a number nobody gave is replaced by
// 112 on red and by words on the others; no card ends without something to do.

import { unreachable } from '@breekpunt/core';
import type { AlarmLevel, AlarmNumbers } from '@breekpunt/intervene';
import type { CallAction } from '../guide/guide.ts';
import type { GuideInput, HospitalService, ServiceRole } from '../input/guide-input.ts';
import type { Words } from '../text/words.ts';

export interface CallBook {
  readonly input: GuideInput;
  readonly numbers: AlarmNumbers;
  readonly words: Words;
}

export function callActions(level: AlarmLevel, book: CallBook): readonly CallAction[] {
  switch (level) {
    case 'ambulance-now':
      return [ambulance(book)];
    case 'emergency-now':
      return [emergency(book)];
    case 'call-today':
      return [byDay(book), outOfHours(book)];
    case 'within-days':
      return [fractureService(book)];
    case 'at-home':
      return [{ text: book.words.say('call-at-home'), role: null, phone: null, hours: null, say: null }];
    default:
      return unreachable(level);
  }
}

/** The service of a role that has a telephone number. */
function reachable(
  { hospital }: GuideInput,
  role: ServiceRole,
): (HospitalService & { phone: string }) | null {
  const service = hospital.services.find((each) => each.role === role && each.phone !== 'not-recorded');
  return service === undefined || service.phone === 'not-recorded'
    ? null
    : { ...service, phone: service.phone };
}

function ambulance({ numbers, words }: CallBook): CallAction {
  const { ambulance: phone } = numbers;
  return {
    text: words.say('call-ambulance', { phone }),
    role: 'ambulance',
    phone,
    hours: null,
    say: words.say('say-ambulance'),
  };
}

function emergency({ input, numbers, words }: CallBook): CallAction {
  const service = reachable(input, 'emergency');
  const phone = service?.phone ?? numbers.ambulance;
  const say = input.diagnosis.kind === 'vertebral-fracture' ? 'say-emergency-spine' : 'say-emergency';
  return {
    text: words.say(service === null ? 'call-emergency-no-number' : 'call-emergency', {
      phone,
      ambulance: numbers.ambulance,
    }),
    role: service === null ? 'ambulance' : 'emergency',
    phone,
    hours: null,
    say: words.say(say),
  };
}

function byDay({ input, words }: CallBook): CallAction {
  const roles = ['orthopaedics', 'ward', 'fracture-service', 'general-practitioner'] as const;
  const service = roles.map((role) => reachable(input, role)).find((found) => found !== null) ?? null;
  if (service === null)
    return {
      text: words.say('call-day-no-number'),
      role: 'general-practitioner',
      phone: null,
      hours: null,
      say: words.say('say-today'),
    };
  const { phone, role } = service;
  const name = words.say(`role-${role}`);
  return {
    text: words.say('call-day', { phone, name }),
    role,
    phone,
    hours: service.hours === 'not-recorded' ? null : service.hours,
    say: words.say('say-today'),
  };
}

function outOfHours({ input, numbers, words }: CallBook): CallAction {
  const phone = reachable(input, 'out-of-hours')?.phone ?? numbers.outOfHours;
  const text =
    phone === null ? words.say('call-out-of-hours-no-number') : words.say('call-out-of-hours', { phone });
  return { text, role: 'out-of-hours', phone, hours: null, say: null };
}

function fractureService({ input, words }: CallBook): CallAction {
  const service = reachable(input, 'fracture-service');
  if (service === null)
    return {
      text: words.say('call-days-no-number'),
      role: 'fracture-service',
      phone: null,
      hours: null,
      say: null,
    };
  return {
    text: words.say('call-days', { phone: service.phone }),
    role: 'fracture-service',
    phone: service.phone,
    hours: service.hours === 'not-recorded' ? null : service.hours,
    say: null,
  };
}
