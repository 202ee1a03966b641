// A letter from the facts of a case, in one of three languages. Pure: the same facts give the same letter.

import type { CalendarDate } from '@breekpunt/core';
import { unreachable } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { generalPractitionerSections, statedItems } from './general-practitioner-letter.ts';
import {
  frameworkItems,
  type Letter,
  type LetterKind,
  type LetterLanguage,
  type LetterSection,
} from './letter.ts';
import type { LetterFacts } from './letter-facts.ts';
import { type LetterSay, letterSay } from './letter-words.ts';
import {
  attestationSections,
  dentistSections,
  endocrinologistSections,
  fallsReferralSections,
  patientSections,
  spineEmergencySections,
} from './other-sections.ts';
import type { Definition } from './said-facts.ts';

export function composeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  language: LetterLanguage,
  knowledge: Knowledge,
): Letter {
  const say = letterSay(language);
  const name = facts.patient.name ?? say('patient.unknown');
  const reader = kind === 'patient' ? 'patient' : 'doctor';
  const items = statedItems(facts);
  return {
    kind,
    language,
    title: say(`title.${kind}`),
    to: say(`to.${kind}`, { name }),
    salutation: say(`dear.${reader}`, { name }),
    sections: sectionsOf(kind, facts, definitionOn(knowledge, facts.today), say),
    closing: say(`close.${reader}`),
    items: kind === 'general-practitioner' ? frameworkItems.map((id) => ({ id, stated: items[id] })) : [],
  };
}

/** The line that says whom a letter is about. */
export function aboutLine({ patient }: LetterFacts, language: LetterLanguage): string {
  const say = letterSay(language);
  return say('about', {
    name: patient.name ?? say('patient.unknown'),
    born: patient.birthDate === null ? say('born.unknown') : say.day(patient.birthDate),
    sex: say.of('sex', patient.sex),
  });
}

function sectionsOf(
  kind: LetterKind,
  facts: LetterFacts,
  definition: Definition,
  say: LetterSay,
): LetterSection[] {
  switch (kind) {
    case 'general-practitioner':
      return generalPractitionerSections(facts, definition, say);
    case 'patient':
      return patientSections(facts, say);
    case 'referral-falls':
      return fallsReferralSections(facts, say);
    case 'referral-dentist':
      return dentistSections(facts, say);
    case 'referral-endocrinologist':
      return endocrinologistSections(facts, say);
    case 'spine-emergency':
      return spineEmergencySections(facts, say);
    case 'attestation':
      return attestationSections(facts, say);
    default:
      return unreachable(kind);
  }
}

function definitionOn(knowledge: Knowledge, on: CalendarDate): Definition {
  const found = knowledge.parameterOn('dxa.osteoporosis-at-most', on);
  if (!found.ok || typeof found.value.value !== 'number')
    throw new Error('No T-score of osteoporosis is in force');
  return { osteoporosisAtMost: found.value.value };
}
