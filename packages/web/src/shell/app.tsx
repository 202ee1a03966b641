// Who may see what: nobody signed in sees the sign-in, a first start the set-up, and whoever must first choose a password or
// a second factor that; everybody else the app.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery, startQuery } from '../api/queries.ts';
import { SessionContext } from '../api/use-session.tsx';
import { ChangePassword } from '../signin/change-password.tsx';
import { SetSecondFactor } from '../signin/set-second-factor.tsx';
import { SetUp } from '../signin/set-up.tsx';
import { SignIn } from '../signin/sign-in.tsx';
import { Failure } from './failure.tsx';
import { GreyRows } from './grey-rows.tsx';
import { Shell } from './shell.tsx';

export function App(): ReactElement {
  const session = useQuery(sessionQuery);
  const start = useQuery({ ...startQuery, enabled: session.data === null });
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (start.isError) return <Failure error={start.error} retry={() => void start.refetch()} />;
  if (session.isPending) return <GreyRows rows={6} />;
  if (session.data !== null) {
    const { toDo } = session.data;
    return (
      <SessionContext value={session.data}>
        {toDo === 'change-password' && <ChangePassword />}
        {toDo === 'set-second-factor' && <SetSecondFactor />}
        {toDo === null && <Shell />}
      </SessionContext>
    );
  }
  if (start.isPending) return <GreyRows rows={3} />;
  return start.data.setUpNeeded ? (
    <SetUp />
  ) : (
    <SignIn sites={start.data.sites} provider={start.data.provider} />
  );
}
