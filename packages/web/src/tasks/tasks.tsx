// What there is to do: mine, or everybody's, the earliest day first.

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { tasksQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { type Whose, WhoseChips } from '../shell/whose-chips.tsx';
import { useSay } from '../words/use-words.tsx';
import { TaskLine } from './task-line.tsx';
import '../worklist/worklist.css';

export default function Tasks(): ReactElement {
  const say = useSay();
  const [whose, setWhose] = useState<Whose>('me');
  const { user } = useSession();
  const tasks = useQuery(tasksQuery(whose));
  return (
    <div className="stack">
      <h1>{say('place.tasks')}</h1>
      {(user.role === 'lead' || user.role === 'physician') && (
        <p>
          <Link href="/decisions/changed">{say('tasks.changedDecisions')}</Link>
        </p>
      )}
      <WhoseChips whose={whose} choose={setWhose} words={{ me: say('tasks.mine'), all: say('tasks.all') }} />
      {tasks.isPending && <GreyRows rows={6} />}
      {tasks.isLoadingError && <Failure error={tasks.error} retry={() => void tasks.refetch()} />}
      {tasks.data !== undefined && tasks.data.tasks.length === 0 && (
        <p className="panel">{whose === 'me' ? say('tasks.noneMine') : say('tasks.none')}</p>
      )}
      {tasks.data !== undefined && (
        <ul className="plain-list">
          {tasks.data.tasks.map((task) => (
            <TaskLine key={task.id} task={task} withPatient />
          ))}
        </ul>
      )}
    </div>
  );
}
