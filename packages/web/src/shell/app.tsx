// Who may see what: nobody signed in sees the sign-in, a first start the set-up, and whoever must first choose a password or
// a second factor that; everybody else the app.
// Decision: when a session ends while somebody works, the page stays as it was behind the sign-in, out of sight and out of
// reach, so that the same person loses nothing that was being typed. Anybody else begins with an empty screen.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { sessionQuery, startQuery } from '../api/queries.ts';
import { whenSignedOut } from '../api/request.ts';
import { readAgain } from '../api/use-not-renewed.ts';
import { AwayContext, type Session, SessionContext } from '../api/use-session.tsx';
import { ChangePassword } from '../signin/change-password.tsx';
import { SetSecondFactor } from '../signin/set-second-factor.tsx';
import { SetUp } from '../signin/set-up.tsx';
import { SignIn } from '../signin/sign-in.tsx';
import { Failure } from './failure.tsx';
import { GreyRows } from './grey-rows.tsx';
import { Shell } from './shell.tsx';

export function App(): ReactElement {
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  /** Whose page stands on this screen. */
  const [held, hold] = useState<Session | null>(null);
  useEffect(
    () => whenSignedOut(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })),
    [client],
  );
  if (session.isLoadingError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (session.isPending) return <GreyRows rows={6} />;
  const now = session.data;
  const isAnother = now !== null && held !== null && !isSamePerson(now, held);
  if (now !== null && now !== held && !isAnother) hold(now);
  if (isAnother) return <BeginAnew />;
  const shown = now ?? held;
  return (
    <>
      {now === null && <Door again={held !== null} />}
      {shown !== null && <Inside session={shown} away={now === null} />}
    </>
  );
}

function isSamePerson(one: Session, other: Session): boolean {
  return one.user.id === other.user.id && one.site.id === other.site.id;
}

/** Loads the app afresh, with nothing of whoever was here before. */
function BeginAnew(): null {
  useEffect(() => location.assign('/'), []);
  return null;
}

function Door({ again }: { readonly again: boolean }): ReactElement {
  const start = useQuery(startQuery);
  if (start.isLoadingError) return <Failure error={start.error} retry={() => void start.refetch()} />;
  if (start.isPending) return <GreyRows rows={3} />;
  const { setUpNeeded, sites, provider } = start.data;
  // Once there is a hospital, the set-up is over.
  return setUpNeeded && !again ? <SetUp /> : <SignIn sites={sites} provider={provider} again={again} />;
}

function Inside({ session, away }: { readonly session: Session; readonly away: boolean }): ReactElement {
  const client = useQueryClient();
  // What was asked while nobody was signed in is asked again for whoever came back.
  useEffect(() => {
    if (!away) void readAgain(client);
  }, [away, client]);
  return (
    <div className={away ? 'away' : undefined} inert={away}>
      <AwayContext value={away}>
        <SessionContext value={session}>
          {session.toDo === 'change-password' && <ChangePassword />}
          {session.toDo === 'set-second-factor' && <SetSecondFactor />}
          {session.toDo === null && <Shell />}
        </SessionContext>
      </AwayContext>
    </div>
  );
}
