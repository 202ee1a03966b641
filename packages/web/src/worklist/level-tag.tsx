// How pressing a case is, by its day: a word and a shape first, a colour last. A case without a day says so.

import type { WorklistRow } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords, daysLater } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';

export type Level = 'late' | 'week' | 'usual' | 'none';

const weekDays = 7;

export function levelOf({ late, dueOn }: Pick<WorklistRow, 'late' | 'dueOn'>, today: string): Level {
  if (late) return 'late';
  if (dueOn === null) return 'none';
  return dueOn <= daysLater(today, weekDays) ? 'week' : 'usual';
}

export function LevelTag({
  row,
  today,
}: {
  readonly row: Pick<WorklistRow, 'late' | 'dueOn'>;
  readonly today: string;
}): ReactElement {
  const say = useSay();
  const level = levelOf(row, today);
  const words = {
    late: say('level.late'),
    week: say('level.week'),
    usual: row.dueOn === null ? '' : say('row.due', { day: dayInWords(row.dueOn, say) }),
    none: say('level.none'),
  }[level];
  return (
    <span
      className={`tag-level level-${level}`}
      title={row.dueOn === null ? undefined : say('row.due', { day: dayInWords(row.dueOn, say) })}
    >
      {(level === 'late' || level === 'week') && <Shape level={level} />}
      {words}
    </span>
  );
}

/** A triangle or a circle: told apart without colour. What is not pressing has a word and a thin edge. */
function Shape({ level }: { readonly level: 'late' | 'week' }): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {level === 'late' && (
        <path
          d="M8 1.5 15 14.5H1Z M8 6v4 M8 11.6v1.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      )}
      {level === 'week' && (
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      )}
    </svg>
  );
}
