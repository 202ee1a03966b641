// A letter from the facts of a case, in one of three languages. Pure: the same facts give the same letter.

import type { CalendarDate } from '@breekpunt/core';
import { unreachable } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { generalPractitionerSections, sectionOfItem, statedItems } from './general-practitioner-letter.ts';
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
  type MajorFractures,
  patientSections,
  type SpineEmergency,
  spineEmergencySections,
} from './other-sections.ts';
import type { Definition } from './said-facts.ts';

export function composeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  language: LetterLanguage,
  knowledge: Knowledge,
): Letter {
  const say = letterSay(language, facts.country);
  const name = facts.patient.name ?? say('patient.unknown');
  const reader = kind === 'patient' ? 'patient' : 'doctor';
  const items = statedItems(facts);
  return {
    kind,
    language,
    title: say(`title.${kind}`),
    to: say(`to.${kind}`, { name }),
    salutation: say(`dear.${reader}`, { name }),
    sections: sectionsOf(kind, facts, language, knowledge, say),
    closing: say(`close.${reader}`),
    items:
      kind === 'general-practitioner'
        ? frameworkItems.map((id) => ({ id, stated: items[id], section: sectionOfItem[id] }))
        : [],
  };
}

/** The line that says whom a letter is about. */
export function aboutLine({ patient }: LetterFacts, language: LetterLanguage): string {
  const say = letterSay(language);
  return say('about', {
    name: patient.name ?? say('patient.unknown'),
    born:
      patient.birthDate === null
        ? say('born.unknown')
        : say(`born.${patient.sex}`, { day: say.day(patient.birthDate) }),
    sex: say.of('sex', patient.sex),
  });
}

function sectionsOf(
  kind: LetterKind,
  facts: LetterFacts,
  language: LetterLanguage,
  knowledge: Knowledge,
  say: LetterSay,
): LetterSection[] {
  switch (kind) {
    case 'general-practitioner':
      return generalPractitionerSections(
        facts,
        definitionOn(knowledge, facts.today),
        (rule) => sentenceOf(knowledge, rule, language),
        say,
      );
    case 'patient':
      return patientSections(facts, definitionOn(knowledge, facts.today), say);
    case 'referral-falls':
      return fallsReferralSections(facts, say);
    case 'referral-dentist':
      return dentistSections(facts, say);
    case 'referral-endocrinologist':
      return endocrinologistSections(facts, say);
    case 'spine-emergency':
      return spineEmergencySections(facts, spineEmergencyOn(knowledge, facts.today), say);
    case 'attestation':
      return attestationSections(facts, majorFracturesOn(knowledge, facts.today), say);
    default:
      return unreachable(kind);
  }
}

function sentenceOf(knowledge: Knowledge, id: string, language: LetterLanguage): string | null {
  const rule = knowledge.rules[id];
  if (rule === undefined) return null;
  return language === 'en' ? rule.text : rule.sentences[language];
}

function definitionOn(knowledge: Knowledge, on: CalendarDate): Definition {
  return { osteoporosisAtMost: numberOn(knowledge, 'dxa.osteoporosis-at-most', on) };
}

function spineEmergencyOn(knowledge: Knowledge, on: CalendarDate): SpineEmergency {
  return {
    hours: numberOn(knowledge, 'spine.emergency-mri-within-hours', on),
    residual: numberOn(knowledge, 'spine.residual-does-not-exclude-below', on),
  };
}

function majorFracturesOn(knowledge: Knowledge, on: CalendarDate): MajorFractures {
  return {
    sites: [...listOn(knowledge, 'treatment.be-major-fracture-sites', on)],
    forearm: [...listOn(knowledge, 'treatment.be-forearm-sites', on)],
    forearmFromAge: numberOn(knowledge, 'treatment.be-forearm-from-age', on),
    months: numberOn(knowledge, 'treatment.be-major-fracture-months', on),
  };
}

function listOn(knowledge: Knowledge, id: string, on: CalendarDate): readonly string[] {
  const found = knowledge.parameterOn(id, on);
  if (!found.ok || !Array.isArray(found.value.value))
    throw new Error(`A letter needs ${id}, which is not in force`);
  return found.value.value.map(String);
}

function numberOn(knowledge: Knowledge, id: string, on: CalendarDate): number {
  const found = knowledge.parameterOn(id, on);
  if (!found.ok || typeof found.value.value !== 'number')
    throw new Error(`A letter needs ${id}, which is not in force`);
  return found.value.value;
}
