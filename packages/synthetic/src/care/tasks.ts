// What somebody has to do for a case, and what was done: one task for the step that is due, and the calls of before.

import type { CarePath, Standing, Task, TaskKind } from './care-path.ts';
import type { StaffRole } from './staff.ts';

const nextTask: Readonly<Record<Standing['stage'], TaskKind>> = {
  identify: 'assessment',
  investigate: 'assessment',
  inform: 'information',
  intervene: 'decision',
  integrate: 'letter',
  'follow-up': 'call',
};

export function tasksOf(path: Omit<CarePath, 'tasks'>, owner: StaffRole): Task[] {
  const { standing, scan, injections, contacts, review } = path;
  const made = contacts.flatMap(({ doneOn, plannedOn }) =>
    doneOn === null || review === null
      ? []
      : [{ kind: 'call' as const, createdOn: review.on, dueOn: plannedOn, doneOn, owner }],
  );
  if (standing.state !== 'open' || standing.dueOn === null) return made;
  const task = (kind: TaskKind, dueOn: Task['dueOn']): Task => ({
    kind,
    createdOn: standing.since,
    dueOn,
    doneOn: null,
    owner,
  });
  const injection = injections.find(
    ({ givenOn, notGivenReason, dueOn }) =>
      givenOn === null && notGivenReason === null && dueOn === standing.dueOn,
  );
  const waits = scan?.status === 'planned' && scan.plannedOn !== null && standing.stage !== 'follow-up';
  return [
    ...made,
    task(injection === undefined ? nextTask[standing.stage] : 'injection', standing.dueOn),
    ...(waits && scan.plannedOn !== null ? [task('scan', scan.plannedOn)] : []),
  ];
}
