// What somebody who opens a case wants to know first: what is to be done now, what is not known yet, what was promised.
// Decision: one step by the list the case is on, with the way to it; everything else on the page can wait.

import type { CasePage } from '@breekpunt/server';
import { lazy, type ReactElement, Suspense } from 'react';
import { Link } from 'wouter';
import { CallNow } from '../follow-up/call-now.tsx';
import { ResumeFollowUp } from '../follow-up/resume-follow-up.tsx';
import { dayInWords } from '../format/dates.ts';
import { type Say, useSay, type WordKey } from '../words/use-words.tsx';
import { missingFactsInWords } from './missing-facts.ts';

const StillMissing = lazy(() => import('./still-missing.tsx'));

export function NextStep({ page }: { readonly page: CasePage }): ReactElement {
  const say = useSay();
  const { row } = page;
  const isOurs = row.list !== 'to-review' && row.list !== 'ended';
  const tasks = page.tasks.filter(({ doneAt }) => doneAt === null);
  return (
    <section className="panel next-step" aria-label={say('next.title')}>
      <div>
        <h2>{say('next.title')}</h2>
        <p>
          <strong>{stepInWords(page, say)}</strong>
        </p>
        <p className="line">
          <Link className="to-assessment" href={`/cases/${row.id}/assessment`}>
            {say('case.assessment')} →
          </Link>
          {isOurs && <CallNow caseId={row.id} />}
          <ResumeFollowUp of={row} />
        </p>
      </div>
      <div>
        <h2>{say('next.missing')}</h2>
        <MissingFacts page={page} />
        {isOurs && (
          <Suspense>
            <StillMissing caseId={row.id} />
          </Suspense>
        )}
      </div>
      <div>
        <h2>{say('next.tasks')}</h2>
        {tasks.length === 0 ? (
          <p className="muted">{say('tasks.noneHere')}</p>
        ) : (
          <ul>
            {tasks.slice(0, shownTasks).map((task) => (
              <li key={task.id}>
                {say.of('task', task.kind)}
                {say('colon')} {task.title}{' '}
                <span className={task.late ? 'late-day' : 'muted'}>
                  {task.dueOn === null ? say('level.none') : dayInWords(task.dueOn, say)}
                  {task.late && ` · ${say('level.late')}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {tasks.length > shownTasks && (
          <p className="muted">{say('next.moreTasks', { n: tasks.length - shownTasks })}</p>
        )}
      </div>
    </section>
  );
}

const shownTasks = 3;

/** What the reports did not say about the fracture. */
function MissingFacts({ page: { episodes, row } }: { readonly page: CasePage }): ReactElement | null {
  const say = useSay();
  const [{ missing }] = episodes;
  const { unknown, contradiction } = missingFactsInWords(missing, say);
  if (missing.length > 0)
    return (
      <>
        {contradiction !== null && <p className="unknown">{contradiction}</p>}
        {unknown !== null && <p>{say('next.facts', { facts: unknown })}</p>}
      </>
    );
  return row.list === 'to-review' ? <p className="muted">{say('next.allFacts')}</p> : null;
}

function stepInWords({ row }: CasePage, say: Say): string {
  if (row.patient.deceased && row.list !== 'ended') return say('next.died');
  if (row.list === 'snoozed')
    return say('next.snoozed', {
      day: row.snoozedUntil === null ? say('unknown') : dayInWords(row.snoozedUntil, say),
    });
  return say(`next.${row.list}` as WordKey);
}
