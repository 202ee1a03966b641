// From the case to the guide. Decision: every section is made by a function of its own from the same facts; a section with
// nothing in it is left out, but those a patient looks for always say something, if only what is not known.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type {
  GuideContent,
  GuideLanguage,
  GuideSection,
  Knowledge,
  NoValueInForce,
} from '@breekpunt/knowledge';
import { guideSections } from '@breekpunt/knowledge';
import { alarmCheck } from '../alarm/alarm-check.ts';
import { openChoices } from '../grids/open-choices.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { countedFrom, daysSince } from '../plan/days-since.ts';
import { factsOf } from '../plan/facts.ts';
import { guideRulesOn } from '../plan/guide-rules.ts';
import { alarmSection } from '../sections/alarm-section.ts';
import { contentBlocks } from '../sections/content-blocks.ts';
import { exercisesSection } from '../sections/exercises-section.ts';
import { boneHealthSection, figuresSection } from '../sections/figure-sections.ts';
import { homeSection } from '../sections/home-section.ts';
import type { Making } from '../sections/making.ts';
import { plannerSection } from '../sections/planner-section.ts';
import { appointmentsSection, contactsSection, medicinesSection } from '../sections/record-sections.ts';
import { citedSources, sourcesSection } from '../sections/sources-section.ts';
import { gaps, todaySection } from '../sections/today-section.ts';
import { commonValues } from '../text/common-values.ts';
import { type Words, wordsOf } from '../text/words.ts';
import { writtenDay } from '../text/written-number.ts';
import type { Block, Guide, Section } from './guide.ts';
import { phaseOf } from './phase.ts';

export type GuideRefusal =
  | NoValueInForce
  /** The day counted from lies after today: nobody recovers from tomorrow. Correct the day. */
  | { readonly kind: 'day-in-the-future'; readonly day: CalendarDate };

export function compileGuide(
  input: GuideInput,
  knowledge: Knowledge,
  content: GuideContent,
): Result<Guide, GuideRefusal> {
  const rules = guideRulesOn(knowledge, input.today);
  if (!rules.ok) return rules;
  const from = countedFrom(input);
  if (from !== 'not-recorded' && from > input.today) return failure({ kind: 'day-in-the-future', day: from });
  const alarm = alarmCheck(input, knowledge, content);
  if (!alarm.ok) return alarm;
  const plan = phaseOf(input, rules.value);
  const wordsIn = (language: GuideLanguage): Words => {
    const own = { ...input, language };
    return wordsOf(content, knowledge, own, commonValues(input, wordsOf(content, knowledge, own)));
  };
  const words = wordsIn(input.language);
  const facts = factsOf(input, plan, rules.value);
  const making: Making = {
    input,
    knowledge,
    content,
    rules: rules.value,
    plan,
    facts,
    alarm: alarm.value,
    words,
    wordsIn,
  };
  const made = guideSections.map((id) => ({ id, blocks: blocksOf(id, making) }));
  const cited = citedSources(
    made.flatMap(({ blocks }) => blocks),
    making,
  );
  const sections = made
    .map(({ id, blocks }) => ({ id, blocks: id === 'sources' ? sourcesSection(making, cited) : blocks }))
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ id, blocks }): Section => ({ id, title: sectionTitle(id, making), blocks }));
  const days = daysSince(input);
  return success({
    language: input.language,
    knowledgeVersion: knowledge.version,
    today: input.today,
    title: words.say(`guide-title-${input.diagnosis.kind}`),
    day: days,
    dayText: dayText(making),
    phase: {
      id: plan.id,
      name: words.say(`phase-${plan.id}`),
      about: words.say(`phase-about-${plan.id}`),
      heldBack: plan.heldBack.map((hold) => ({ hold, text: words.say(`held-${hold}`) })),
    },
    sections,
    choices: openChoices(input, rules.value),
    standing: sections.some(({ blocks }) => blocks.some(({ status }) => status === 'draft'))
      ? 'draft'
      : 'confirmed',
    notKnown: gaps(making).map(({ text }) => text),
    sources: cited,
  });
}

/** A disease did not happen, and nobody heals from it as from a fracture. */
function sectionTitle(id: GuideSection, { input, words }: Making): string {
  const disease = input.diagnosis.kind.endsWith('fracture') ? null : words.find(`section-${id}-of-disease`);
  return disease ?? words.say(`section-${id}`);
}

function blocksOf(section: GuideSection, making: Making): readonly Block[] {
  switch (section) {
    case 'today':
      return todaySection(making);
    case 'alarm':
      return alarmSection(making);
    case 'exercises':
      return exercisesSection(making);
    case 'day-planner':
      return plannerSection(making);
    case 'medicines':
      return medicinesSection(making);
    case 'appointments':
      return appointmentsSection(making);
    case 'who-to-call':
      return contactsSection(making);
    case 'complications':
    case 'recovery':
      return figuresSection(section, making);
    case 'mortality':
      return making.input.asked.mortality ? figuresSection(section, making) : [];
    case 'home-and-aids':
      return homeSection(making);
    case 'bone-health':
      return boneHealthSection(making);
    default:
      return contentBlocks(section, making);
  }
}

function dayText({ input, words }: Making): string {
  const days = daysSince(input);
  const today = writtenDay(input.today, words);
  if (days === 'not-recorded') return words.say('day-not-known', { today });
  const operated = input.treatment !== 'not-recorded' && input.treatment.kind === 'operation';
  const key = operated
    ? 'day-after-operation'
    : `day-after-${input.diagnosis.kind.endsWith('fracture') ? 'fracture' : 'diagnosis'}`;
  return words.say(key, { n: String(days), today });
}
