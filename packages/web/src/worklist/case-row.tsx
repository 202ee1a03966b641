// One case on the list: how pressing, how long ago, who, which fracture, and the sentence that proves it. What was decided
// stays in the row until the list is read anew, so that nothing jumps under the hand.

import type { CaseVerdict, WorklistRow } from '@breekpunt/server';
import { Checkbox } from '@mantine/core';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { deedInWords } from '../case/deed-in-words.ts';
import { useDeeds } from '../case/deeds.tsx';
import { missingFactsInWords } from '../case/missing-facts.ts';
import { type Asking, VerdictChoices } from '../case/verdict-choices.tsx';
import { dayInWords } from '../format/dates.ts';
import { placeInWords } from '../format/fractures.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { useSay } from '../words/use-words.tsx';
import { CuedSentence } from './cued-sentence.tsx';
import { LevelTag } from './level-tag.tsx';

/** What a row asks of its list. The same object at every drawing, so that only rows that changed are drawn anew. */
export interface RowHands {
  open(row: WorklistRow): void;
  focused(row: WorklistRow): void;
  select(row: WorklistRow): void;
  decide(row: WorklistRow, verdict: CaseVerdict): void;
  stopAsking(row: WorklistRow): void;
}

interface CaseRowProps {
  readonly row: WorklistRow;
  readonly today: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly asking: Asking | null;
  readonly hands: RowHands;
}

export const CaseRow: NamedExoticComponent<CaseRowProps> = memo(function CaseRow({
  row,
  today,
  isCurrent,
  isSelected,
  asking,
  hands,
}: CaseRowProps): ReactElement {
  const focused = (): void => hands.focused(row);
  const say = useSay();
  const { site } = useSession();
  const deed = useDeeds().of(row.id);
  const { unknown, contradiction } = missingFactsInWords(row.missing, say);
  const name = nameOf(row.patient, say);
  const person = sexAndAge(row.patient, today, say);
  return (
    <li
      data-case={row.id}
      data-current={isCurrent || undefined}
      data-deed={deed?.state}
      className="case-row"
      onFocus={focused}
      onPointerDown={focused}
    >
      <Checkbox
        className="pick"
        size="sm"
        checked={isSelected}
        onChange={() => hands.select(row)}
        aria-label={say('row.select', { name })}
      />
      <LevelTag row={row} today={today} />
      <span className="days">
        {row.days === null ? (
          <span className="unknown">{say('row.dayUnknown')}</span>
        ) : (
          <>
            <span className="hidden-words">{say.count('row.daysAgo', row.days)}</span>
            <span aria-hidden="true">{say('row.days', { n: row.days })}</span>
          </>
        )}
      </span>
      <span className="who">
        <Link
          href={`/cases/${row.id}`}
          onClick={(event) => {
            event.preventDefault();
            hands.open(row);
          }}
        >
          {name}
        </Link>{' '}
        <span className="muted">
          <span aria-hidden="true">{person.short}</span>
          <span className="hidden-words">{person.spoken}</span>
        </span>
        {row.patient.deceased && <strong className="small"> {say('deceased')}</strong>}
      </span>
      <span className="fracture">
        {placeInWords(row, say)}
        {row.status !== 'present' && <em className="small"> {say.of('status', row.status)}</em>}
        {row.onset === 'prevalent' && <span className="small muted"> {say('onset.prevalent')}</span>}
      </span>
      <span className="proof">
        {row.proof === null ? (
          <span className="muted">{say('row.onlyCodes')}</span>
        ) : (
          <CuedSentence pieces={row.proof.pieces} />
        )}
        {row.news.length > 0 && (
          <strong className="news small">{row.news.map((each) => say.of('news', each)).join('; ')}</strong>
        )}
        {row.eligibility === 'cannot-tell' && contradiction !== null && (
          <strong className="news small">{contradiction}</strong>
        )}
        {row.eligibility === 'cannot-tell' && unknown !== null && (
          <span className="missing small">
            {say('row.missing')}
            {say('colon')} {unknown}
          </span>
        )}
      </span>
      <span className="owner small">
        {row.owner === null ? (
          <span className="muted">{say('row.noOwner')}</span>
        ) : (
          <span title={row.owner.name}>{initials(row.owner.name)}</span>
        )}
        {row.snoozedUntil !== null && (
          <span> {say('row.until', { day: dayInWords(row.snoozedUntil, say) })}</span>
        )}
        {row.list === 'ended' && row.reason !== null && (
          <span>
            {' '}
            {say.of('reject', row.reason) === row.reason
              ? say.of('notUseful', row.reason)
              : say.of('reject', row.reason)}
          </span>
        )}
      </span>
      {deed !== undefined && <p className="row-deed">{deedInWords(deed, site.timeZone, say)}</p>}
      {asking !== null && (
        <VerdictChoices
          kind={asking.kind}
          today={today}
          decide={(verdict) => hands.decide(row, verdict)}
          stop={() => hands.stopAsking(row)}
        />
      )}
    </li>
  );
});

/** "Els Verstraete" is EV; a screen reader and a pointer get the whole name. */
function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
