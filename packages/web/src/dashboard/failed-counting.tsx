// Says that the last counting failed: since when, how often, why in a word, when it is tried again, and of when the figures below are.

import type { QualityFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { useSay } from './use-dashboard-words.ts';

export function FailedCounting({
  failed,
  run,
}: {
  readonly failed: NonNullable<QualityFigures['failed']>;
  readonly run: QualityFigures['run'];
}): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  const at = (when: string | Date): string => moment(when, today, site.timeZone, say);
  return (
    <p className="panel counting-failed" role="alert">
      <strong>{say('failed.title', { at: at(failed.failedAt) })}</strong> {say.of('failed', failed.reason)}{' '}
      {failed.attempts > 1 && `${say.count('failed.attempts', failed.attempts)} `}
      {run === null ? say('failed.noFigures') : say('failed.figuresOf', { at: at(run.countedAt) })}{' '}
      {say('failed.next', { at: at(failed.nextAt) })}
    </p>
  );
}
