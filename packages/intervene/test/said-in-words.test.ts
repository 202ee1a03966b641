// Everything a decision can say has words in every language of the clinic, whatever was recorded: each outcome, option, reason
// and question. Decision: the words themselves are data of the app, so they are read here as the files they are; the keys are
// those by which the panels look them up.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import { type Arbitrary, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DecisionContext,
  decisionTopics,
  type Pathway,
  type PaymentTopic,
  paymentBeside,
  paymentRulesOn,
  type Topic,
  type Topics,
} from '../src/index.ts';
import {
  askedOn,
  brokenHip,
  brokenVertebra,
  dyingHip,
  forBrace,
  forCement,
  plannedAgainstPain,
  wornHip,
} from './arbitrary-inputs.ts';
import { arbitraryPatient } from './arbitrary-patient.ts';

type Words = Readonly<Record<string, string>>;
/** Keys of which the first that has words is shown. */
type Said = readonly string[];

const knowledge = loadKnowledge();
const sets = ['BE', 'NL', 'NICE'] as const;
const runs = { seed: 20_261_122, numRuns: 300 };
const wordsIn = (language: string): Words =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../web/src/assessment/words/${language}.json`), 'utf8'),
  ) as Words;
const languages: Readonly<Record<string, Words>> = {
  nl: wordsIn('nl'),
  fr: wordsIn('fr'),
  en: wordsIn('en'),
};

const questions = (missing: readonly string[]): readonly Said[] =>
  missing.map((each) => [`question.${each}`, `field.${each}`]);
const facts = (because: readonly { readonly fact: string }[]): readonly Said[] =>
  because.map(({ fact }) => [`fact.${fact}`, `field.${fact}`]);

function table({ outcome, options, possible, blocked, missing }: Pathway<string>): readonly Said[] {
  const every = [...options, ...possible, ...blocked];
  return [
    ...(outcome === 'stopped' || outcome === 'none' ? [[`pathway.${outcome}`]] : []),
    ...every.map(({ option }) => [`option.${option}`]),
    ...every.flatMap((each) => each.figures.map((id) => [`figure.${id}`])),
    ...questions([...missing, ...every.flatMap((each) => each.missing)]),
  ];
}

const saidOf: { readonly [T in Topic]: (result: Topics[T]['result']) => readonly Said[] } = {
  bone: ({ indication, risk, anabolicFirst, options, supplements, missing }) => [
    [`indication.${indication.outcome}`],
    [`risk.${risk.outcome}`],
    [`anabolic.${anabolicFirst.outcome}`],
    ...options.flatMap(({ drug, turn, safety, course, payment }) => [
      [`drug.${drug}`],
      [`safety.${safety.outcome}`],
      ...(turn.outcome === 'now' ? [] : [[`turn.${turn.outcome}`]]),
      [`payment.${payment.outcome}`],
      [`doseUnit.${course.dose.unit}`],
      [`way.${course.dose.way}`],
      [`rhythm.${course.dose.rhythm}`],
      ...facts([...safety.because, ...safety.care]),
      ...questions([...safety.missing, ...turn.missing, ...payment.missing]),
    ]),
    ...supplements.flatMap(({ substance, unit }) => [[`substance.${substance}`], [`doseUnit.${unit}`]]),
    ...questions(missing),
  ],
  'hip-fracture': table,
  spine: ({ gate, scores, fractureService }) => [
    [`option.${gate.outcome}`],
    [`service.${fractureService.outcome}`],
    ...scores.flatMap(({ readings }) => readings.map((each) => [`reading.${each}`])),
    ...questions([...gate.missing, ...fractureService.missing]),
  ],
  brace: table,
  cement: table,
  necrosis: ({ table: options, otherHip, causes }) => [
    ...table(options),
    ...(otherHip === null ? [] : [[`necrosis.otherHip.${otherHip.outcome}`], ...questions(otherHip.missing)]),
    ...(causes === null
      ? []
      : [
          [`necrosis.causes.${causes.outcome}`],
          ...causes.causes.map((each) => [`choice.necrosis-causes.${each}`, `cause.${each}`]),
          ...causes.missing.map((each) => [
            `question.${each}`,
            `field.${each}`,
            `choice.necrosis-causes.${each}`,
          ]),
        ]),
  ],
  osteoarthritis: ({ table: options, image, dose }) => [
    ...table(options),
    ...(image === null ? [] : [[`oa.image.${image.outcome}`], ...questions(image.missing)]),
    ...(dose === null ? [] : [[`oa.dose.${dose.outcome}`], ...questions(dose.missing)]),
  ],
  'pain-relief': ({ checks }) =>
    checks.flatMap(({ drug, outcome, because, missing }) => [
      [`option.${drug}`],
      [`pain.${outcome}`],
      ...because.map(({ fact }) => [`painFact.${fact}`]),
      ...questions(missing),
    ]),
};

/** What no language, or only one, has words for, and rules that are not in the knowledge. */
function unsaid(said: readonly Said[], result: unknown): readonly string[] {
  const wordless = said.flatMap((keys) =>
    Object.entries(languages)
      .filter(([, words]) => keys.every((key) => (words[key] ?? '').trim() === ''))
      .map(([language]) => `${language}: ${keys.join(' | ')}`),
  );
  const unknown = rulesIn(result).filter((id) => knowledge.rules[id] === undefined);
  return [...new Set([...wordless, ...unknown])];
}

/** Every rule a result names, wherever it stands in it. */
function rulesIn(result: unknown, key = ''): readonly string[] {
  if (typeof result === 'string')
    return key === 'reasons' || key === 'rule' || key === 'also' ? [result] : [];
  if (Array.isArray(result)) return result.flatMap((each) => rulesIn(each, key));
  if (typeof result !== 'object' || result === null) return [];
  return Object.entries(result).flatMap(([name, value]) => rulesIn(value, name));
}

const inputs: { readonly [T in Topic]: Arbitrary<Topics[T]['inputs']> } = {
  bone: arbitraryPatient,
  'hip-fracture': brokenHip,
  spine: brokenVertebra,
  brace: forBrace,
  cement: forCement,
  necrosis: dyingHip,
  osteoarthritis: wornHip,
  'pain-relief': plannedAgainstPain,
};

describe('whatever was recorded, there are words in Dutch, French and English for', () => {
  test.each(Object.keys(inputs) as Topic[])('all that is decided about %s, and all that it asks', (topic) => {
    const ofTopic = <T extends Topic>(of: T): void =>
      assert(
        property(inputs[of], constantFrom(...sets), (given, set) => {
          const context: DecisionContext = { set, on: askedOn, signed: new Set() };
          const decided = decisionTopics[of].decide(given, knowledge, context);
          // What cannot be true is refused, and then nothing is decided.
          if (!decided.ok) return;
          const asked = questions(decisionTopics[of].asks(decided.value)).map((each) =>
            of === 'necrosis'
              ? [...each, ...each.map((key) => key.replace(/^\w+\./, 'choice.necrosis-causes.'))]
              : each,
          );
          expect(unsaid([...saidOf[of](decided.value), ...asked], decided.value)).toEqual([]);
        }),
        runs,
      );
    ofTopic(topic);
  });

  test('who pays, and what is still asked for it', () => {
    const rules = unwrapped(paymentRulesOn(knowledge, askedOn, new Set()));
    assert(
      property(forCement, constantFrom(...sets), (cement, set) => {
        for (const topic of Object.keys(inputs) as PaymentTopic[]) {
          const lines = paymentBeside(topic, topic === 'cement' ? cement : null, set, rules);
          const said = lines.flatMap(({ thing, outcome, missing }) => [
            [`paid.${thing}`],
            [`payment.${outcome}`],
            ...questions(missing),
          ]);
          expect(unsaid(said, lines)).toEqual([]);
          // Who is told that nobody can tell is told by which search, and what would settle it.
          for (const { outcome, missing, reasons } of lines)
            if (outcome === 'cannot-tell') expect(missing.length > 0 && reasons.length > 0).toBe(true);
        }
      }),
      runs,
    );
  });
});

test('a question of a decision is never told by its own id', () => {
  const ids = Object.entries(languages).flatMap(([language, words]) =>
    Object.entries(words)
      .filter(
        ([key, text]) =>
          /^(?:question|option|painFact|fact)\./.test(key) && /^[a-z]+(?:-[a-z]+){2,}$/.test(text),
      )
      .map(([key]) => `${language}: ${key}`),
  );
  expect(ids).toEqual([]);
});
