// A card as CDS Hooks 2.0 writes it. Decision: whoever reads it sees at once whether its rule is confirmed here: a draft is
// never more than information and says so. Nothing is empty or null, and no patient is named: the asking system knows whom it
// asked about.

import type { Language } from '@breekpunt/core';
import { letterSay } from '@breekpunt/inform';
import { standingsOf } from '@breekpunt/intervene';
import type { Deciding } from '../decision/decisions-of.ts';
import { shownRules } from '../decision/shown-rules.ts';
import type { CardPlan, CardSubject } from './card-plan.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { type CardWord, nl } from './words/nl.ts';

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface Card {
  readonly uuid: string;
  readonly summary: string;
  readonly detail: string;
  readonly indicator: CardPlan['indicator'];
  readonly source: { readonly label: string; readonly url?: string; readonly topic: Coding };
  readonly suggestions?: readonly Suggestion[];
  readonly selectionBehavior?: 'at-most-one';
  readonly overrideReasons: readonly Coding[];
  readonly links: readonly Link[];
}

interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly actions: readonly {
    readonly type: 'create';
    readonly description: string;
    readonly resource: Readonly<Record<string, unknown>>;
  }[];
}

interface Link {
  readonly label: string;
  readonly url: string;
  readonly type: 'absolute' | 'smart';
  readonly appContext?: string;
}

/** Where and to whom the card goes. */
export interface CardPlace {
  readonly language: Language;
  /** Of this server, without a slash at the end. */
  readonly address: string;
  readonly site: string;
  /** The asking system can open this app itself, with its own sign-in. */
  readonly launches: boolean;
  /** The id of the patient there. */
  readonly patient: string;
  readonly newUuid: () => string;
}

const longestSummary = 139;
const topicSystem = 'urn:breekpunt:card';
const overrideSystem = 'urn:breekpunt:override';
const overrides = ['done', 'not-useful', 'declined', 'wrong'] as const;
const words = { nl, fr, en, de: en } as const;

export function cardFrom(plan: CardPlan, place: CardPlace, { rules, context }: Deciding): Card {
  const say = speaker(place.language);
  const values = valuesOf(plan, place.language);
  const shown = shownRules(plan.rules, rules.knowledge, context.signed);
  const source = shown[0]?.sources[0];
  const isDraft = standingsOf(rules.knowledge, context.signed).of(plan.rules) === 'draft';
  const suggestions = suggestionsFor(plan.about, place, say);
  const told = toldAs(plan);
  const summary = say(told, values);
  return {
    uuid: place.newUuid(),
    summary: summary.length > longestSummary ? `${summary.slice(0, longestSummary - 1)}…` : summary,
    detail: [
      say(`${told}.detail`, values),
      ...(isDraft ? [say('draft')] : []),
      say('rules', { rules: plan.rules.join(', ') }),
    ].join('\n\n'),
    indicator: isDraft ? 'info' : plan.indicator,
    source: {
      label: source === undefined ? 'Breekpunt' : labelOf(source),
      ...(source?.address == null ? {} : { url: source.address }),
      topic: { system: topicSystem, code: plan.about, display: plan.about.replaceAll('-', ' ') },
    },
    ...(suggestions.length === 0 ? {} : { suggestions, selectionBehavior: 'at-most-one' as const }),
    overrideReasons: overrides.map((code) => ({
      system: overrideSystem,
      code,
      display: say(`override.${code}`),
    })),
    links: [linkTo(plan.case, place, say)],
  };
}

/** Zoledronate is an infusion; denosumab and all else is told by its subject. */
function toldAs({ about, drug }: CardPlan): CardSubject | 'infusion-due' | 'infusion-overdue' {
  if (drug !== 'zoledronate') return about;
  return about === 'injection-due'
    ? 'infusion-due'
    : about === 'injection-overdue'
      ? 'infusion-overdue'
      : about;
}

type Say = (word: CardWord, values?: Readonly<Record<string, string>>) => string;

function speaker(language: Language): Say {
  const own = words[language];
  return (word, values = {}) =>
    own[word].replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
}

function valuesOf(plan: CardPlan, language: Language): Readonly<Record<string, string>> {
  const say = speaker(language);
  const letters = letterSay(language === 'de' ? 'en' : language);
  const on = plan.on === null ? '' : letters.day(plan.on);
  const drug = plan.drug === null ? '' : letters.of('drug', plan.drug);
  return {
    on,
    site: plan.site === null ? '' : letters.of('site', plan.site),
    drug: drug.slice(0, 1).toLocaleUpperCase() + drug.slice(1),
    missing: String(plan.missing),
    of: on === '' ? '' : say('ofDay', { on }),
    from: on === '' ? '' : say('fromDay', { on }),
    because: plan.because.map(({ fact, rule }) => (isFactWord(fact) ? say(`fact.${fact}`) : rule)).join(', '),
  };
}

type FactWord = Extract<CardWord, `fact.${string}`> extends `fact.${infer F}` ? F : never;

/** A fact without words of its own is told by its rule. */
function isFactWord(fact: string): fact is FactWord {
  return `fact.${fact}` in nl;
}

function labelOf({ title, year, where }: ReturnType<typeof shownRules>[number]['sources'][number]): string {
  return [year === null ? title : `${title} (${year})`, where].filter((part) => part !== '').join(', ');
}

function linkTo(ofCase: number | null, { address, site, launches }: CardPlace, say: Say): Link {
  const label = say('open');
  if (launches)
    return {
      label,
      type: 'smart',
      url: `${address}/hospitals/${site}/smart/launch`,
      ...(ofCase === null ? {} : { appContext: JSON.stringify({ case: ofCase }) }),
    };
  return { label, type: 'absolute', url: `${address}${ofCase === null ? '/worklist' : `/cases/${ofCase}`}` };
}

const suggested: Readonly<Partial<Record<CardSubject, 'density' | 'referral'>>> = {
  'density-missing': 'density',
  'fracture-unknown': 'referral',
};

/** A draft to be looked at there: nothing is ordered by itself. */
function suggestionsFor(
  about: CardSubject,
  { patient, newUuid }: CardPlace,
  say: Say,
): readonly Suggestion[] {
  const what = suggested[about];
  if (what === undefined) return [];
  const text = say(`order.${what}`);
  return [
    {
      label: say(`suggest.${what}`),
      uuid: newUuid(),
      actions: [
        {
          type: 'create',
          description: text,
          resource: {
            resourceType: 'ServiceRequest',
            status: 'draft',
            intent: 'proposal',
            code: what === 'density' ? { coding: [densityCode], text } : { text },
            subject: { reference: `Patient/${patient}` },
          },
        },
      ],
    },
  ];
}

/** LOINC's name of a bone density study. */
const densityCode = { system: 'http://loinc.org', code: '38269-7', display: 'DXA Bone density' } as const;
