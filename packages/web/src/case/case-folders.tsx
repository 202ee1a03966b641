// Notes, tasks and who did what, under the case.

import type { CasePage } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { TaskLine } from '../tasks/task-line.tsx';
import { type Say, useSay, type WordKey } from '../words/use-words.tsx';
import { NoteForm } from './note-form.tsx';
import { TaskForm } from './task-form.tsx';

interface CaseFoldersProps {
  readonly page: CasePage;
  readonly doing: 'note' | 'task' | null;
  done(): void;
}

export function CaseFolders({ page, doing, done }: CaseFoldersProps): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  return (
    <div className="folders">
      <section className="panel stack" aria-label={say('notes.title')}>
        <h2>{say('notes.title')}</h2>
        <NoteForm caseId={page.row.id} wanted={doing === 'note'} done={done} />
      </section>
      <section className="panel stack" aria-label={say('place.tasks')}>
        <h2>{say('place.tasks')}</h2>
        {page.tasks.length === 0 && <p className="muted">{say('tasks.noneHere')}</p>}
        <ul className="plain-list">
          {page.tasks.map((task) => (
            <TaskLine key={task.id} task={task} withPatient={false} />
          ))}
        </ul>
        <TaskForm caseId={page.row.id} wanted={doing === 'task'} done={done} />
      </section>
      <section className="panel stack" aria-label={say('deeds.title')}>
        <h2>{say('deeds.title')}</h2>
        {page.deeds.length === 0 && <p className="muted">{say('deeds.none')}</p>}
        <ol className="plain-list deeds">
          {page.deeds.map((deed) => (
            <li key={`${String(deed.at)} ${deed.kind} ${deed.what}`} data-undone={deed.undone || undefined}>
              <span className="small muted">
                {moment(deed.at, today, site.timeZone, say)} · {deed.by}
              </span>
              <br />
              {deed.text === null ? deedWords(deed, say) : <q>{deed.text}</q>}
              {deed.undone && <span className="muted"> ({say('deeds.undone')})</span>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function deedWords({ what, reason, before, after }: CasePage['deeds'][number], say: Say): string {
  switch (what) {
    case 'assigned':
      return after === null ? say('deeds.unassigned') : say('deeds.assigned', { to: after });
    case 'moved':
      return say('deeds.moved', { to: say(`list.${after}` as WordKey) });
    case 'due':
      return say('deeds.due', { day: dayInWords(after, say), before: dayInWords(before, say) });
    default: {
      const words = say.of('deeds', what ?? '');
      if (reason === null) return words;
      const why = say.of('reject', reason);
      return `${words}${say('colon')} ${why === reason ? say.of('notUseful', reason) : why}`;
    }
  }
}
