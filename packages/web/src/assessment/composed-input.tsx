// Answers of several parts: an event with its day, a laboratory result with its unit, an examination. Decision: nothing is
// saved before it is whole; on leaving the group it is saved, and as long as something lacks the page says so.

import type { FieldAnswer, ShownField } from '@breekpunt/server';
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { InputProps } from './answer-field.tsx';
import { DensityParts } from './density-parts.tsx';
import { EventParts } from './event-parts.tsx';
import { FracturesParts } from './fractures-parts.tsx';
import { NumberParts } from './number-parts.tsx';
import { NoOr } from './simple-input.tsx';
import { SpineParts } from './spine-parts.tsx';
import { StageParts } from './stage-parts.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

const composed = ['event', 'lab', 'scan', 'spine', 'frax', 'glucocorticoid', 'fractures', 'stage'] as const;

export function isComposed({ kind }: ShownField): boolean {
  return composed.some((each) => each === kind.kind);
}

/** What is typed so far; parts that are not there yet are undefined. */
export type Draft = Readonly<Record<string, unknown>>;

export interface PartsProps {
  readonly field: ShownField;
  readonly prefix: string;
  readonly draft: Draft;
  /** Names every part after the question it belongs to. */
  readonly label: string;
  change(parts: Draft): void;
}

export function ComposedInput({ field, answer, prefix, describedBy, save }: InputProps): ReactElement {
  const own = useAssessmentWords();
  const known = useMemo(() => draftFrom(answer), [answer]);
  const [draft, setDraft] = useState<Draft>(known);
  useEffect(() => setDraft(known), [known]);
  const whole = wholeAnswer(field, draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(known);
  const differs = (given: FieldAnswer): boolean =>
    given !== null && JSON.stringify(given) !== JSON.stringify(wholeAnswer(field, known));
  const label = own(`field.${field.field}` as 'field.dxa');
  const commit = (): void => {
    if (differs(whole)) save(whole);
  };
  const change = (next: Draft): void => {
    setDraft(next);
    // A row that was added or taken away is whole by itself.
    const given = field.kind.kind === 'fractures' ? wholeAnswer(field, next) : null;
    if (differs(given)) save(given);
  };
  const parts = { field, prefix: `${prefix}-${field.field}`, draft, label, change };
  return (
    <fieldset
      className="plain-set composed"
      aria-describedby={describedBy}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) commit();
      }}
    >
      <legend>{label}</legend>
      <NoOr field={field} answer={answer} save={save}>
        {partsFor(parts)}
      </NoOr>
      {changed && whole === null && <p className="small unsaved">{own('part.incomplete')}</p>}
    </fieldset>
  );
}

function partsFor(parts: PartsProps): ReactNode {
  switch (parts.field.kind.kind) {
    case 'event':
      return <EventParts {...parts} outcomes={parts.field.kind.outcomes} />;
    case 'scan':
      return <DensityParts {...parts} />;
    case 'spine':
      return <SpineParts {...parts} />;
    case 'fractures':
      return <FracturesParts {...parts} />;
    case 'stage':
      return <StageParts {...parts} />;
    default:
      return <NumberParts {...parts} />;
  }
}

function draftFrom(answer: FieldAnswer): Draft {
  if (Array.isArray(answer)) return { list: answer };
  return typeof answer === 'object' && answer !== null ? (answer as unknown as Draft) : {};
}

/** The answer when every part is there; null while something lacks. */
function wholeAnswer({ kind }: ShownField, draft: Draft): FieldAnswer {
  const has = (...names: readonly string[]): boolean => names.every((name) => isGiven(draft[name]));
  const answer = (parts: Draft): FieldAnswer => parts as unknown as FieldAnswer;
  switch (kind.kind) {
    case 'event': {
      const needs = kind.outcomes.find(({ outcome }) => outcome === draft['outcome'])?.needs;
      if (needs === undefined) return null;
      if (needs === 'day' && !has('on')) return null;
      if (needs === 'reason' && !has('reason')) return null;
      return answer({
        outcome: draft['outcome'],
        on: needs === 'day' ? draft['on'] : null,
        reason: needs === 'reason' ? draft['reason'] : null,
      });
    }
    case 'lab':
      return has('value', 'unit', 'on')
        ? answer({ value: draft['value'], unit: draft['unit'], on: draft['on'] })
        : null;
    case 'scan': {
      const [scores, densities] = [(draft['scores'] ?? {}) as Draft, (draft['densities'] ?? {}) as Draft];
      return has('on') && Object.keys(scores).length > 0
        ? answer({
            on: draft['on'],
            maker: draft['maker'] ?? 'not-recorded',
            scores,
            ...(Object.keys(densities).length === 0 ? {} : { densities }),
            ...givenParts(draft, ['serial', 'side']),
          })
        : null;
    }
    case 'spine':
      return has('on', 'imaging', 'whole')
        ? answer({
            on: draft['on'],
            imaging: draft['imaging'],
            whole: draft['whole'],
            broken: draft['broken'] ?? [],
          })
        : null;
    case 'frax':
      return has('major', 'withBoneDensity', 'on')
        ? answer({
            major: draft['major'],
            withBoneDensity: draft['withBoneDensity'],
            on: draft['on'],
            // Parts that not every tool gives.
            ...givenParts(draft, ['hip', 'country', 'glucocorticoids', 'doseAdjusted']),
          })
        : null;
    case 'stage':
      return has('system', 'stage') ? answer({ system: draft['system'], stage: draft['stage'] }) : null;
    case 'glucocorticoid':
      return has('mgPerDay', 'months')
        ? answer({ mgPerDay: draft['mgPerDay'], months: draft['months'] })
        : null;
    case 'fractures': {
      const list = draft['list'] as readonly unknown[] | undefined;
      return list === undefined || list.length === 0 ? null : (list as unknown as FieldAnswer);
    }
    default:
      return null;
  }
}

function isGiven(part: unknown): boolean {
  return part !== undefined && part !== null && part !== '';
}

function givenParts(draft: Draft, names: readonly string[]): Draft {
  return Object.fromEntries(names.flatMap((name) => (isGiven(draft[name]) ? [[name, draft[name]]] : [])));
}
