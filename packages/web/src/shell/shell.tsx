// The app for whoever is signed in: the bar with places and search, the page, and what was saved lately.

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useEvents } from '../api/use-events.ts';
import { useSession } from '../api/use-session.tsx';
import { CasePage } from '../case/case-page.tsx';
import { DeedsProvider } from '../case/deeds.tsx';
import { SavedLine } from '../case/saved-line.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useSay } from '../words/use-words.tsx';
import { Worklist } from '../worklist/worklist.tsx';
import { AllActions } from './all-actions.tsx';
import { ArrivalsContext } from './arrivals.tsx';
import { GreyRows } from './grey-rows.tsx';
import { Header } from './header.tsx';
import { KeyList } from './key-list.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { homeOf } from './places.ts';
import { StaleNotice } from './stale-notice.tsx';
import { useArrival } from './use-arrival.ts';
import { usePageTitle } from './use-page-title.ts';
import './shell.css';

const Assessment = lazy(() => import('../assessment/assessment-page.tsx'));
const ChangedDecisions = lazy(() => import('../assessment/changed-decisions.tsx'));
const Tasks = lazy(() => import('../tasks/tasks.tsx'));
const Quality = lazy(() => import('../quality/quality.tsx'));
const Dashboard = lazy(() => import('../dashboard/dashboard.tsx'));
const FigurePatients = lazy(() => import('../dashboard/patients.tsx'));
const Missing = lazy(() => import('../dashboard/missing.tsx'));
const WhatIf = lazy(() => import('../dashboard/what-if.tsx'));
const WhatIfAnswer = lazy(() => import('../dashboard/what-if-answer.tsx'));
const Inbox = lazy(() => import('../inbox/inbox.tsx'));
const Upload = lazy(() => import('../upload/upload.tsx'));
const AskAccess = lazy(() => import('../emergency/ask-access.tsx'));
const EmergencyLog = lazy(() => import('../emergency/emergency-log.tsx'));
const PersonRecord = lazy(() => import('../emergency/person-record.tsx'));
const Accounts = lazy(() => import('../accounts/accounts.tsx'));
const Log = lazy(() => import('../log/log.tsx'));
const Services = lazy(() => import('../guide/services.tsx'));
const Densitometers = lazy(() => import('../densitometers/densitometers.tsx'));
const DensityUpload = lazy(() => import('../densitometers/density-upload.tsx'));
const Launched = lazy(() => import('../connections/launched.tsx'));
const HipCodes = lazy(() => import('../hip-care/hip-codes.tsx'));
const Connections = lazy(() => import('../connections/connections.tsx'));
const Rules = lazy(() => import('../rules/rules.tsx'));
const Aids = lazy(() => import('../aids/aids.tsx'));
const Claims = lazy(() => import('../claims/claims.tsx'));
const FollowUp = lazy(() => import('../follow-up/follow-up.tsx'));
const CalendarPage = lazy(() => import('../follow-up/calendar-page.tsx'));
const CallPage = lazy(() => import('../follow-up/call-page.tsx'));
const Morphometry = lazy(() => import('../morphometry/morphometry.tsx'));
const Settings = lazy(() => import('../settings/settings.tsx'));

type Opened = 'actions' | 'keys' | null;

/** Rows move only when their reader wants it. */
function isList([topic, what]: QueryKey): boolean {
  return topic === 'worklist' && what === 'page';
}

export function Shell(): ReactElement {
  const say = useSay();
  const session = useSession();
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  usePageTitle();
  const page = useRef<HTMLElement>(null);
  useArrival(page);
  const [arrivals, setArrivals] = useState(0);
  const line = useEvents((topic, id) => {
    if (topic === 'signed-out') void client.invalidateQueries({ queryKey: ['session'] });
    if (topic === 'missed') void client.invalidateQueries({ predicate: ({ queryKey }) => !isList(queryKey) });
    if (topic === 'case' || topic === 'missed') setArrivals((known) => known + 1);
    if (topic === 'case' && id !== null) void client.invalidateQueries({ queryKey: ['case', id] });
    if (topic === 'inbox') void client.invalidateQueries({ queryKey: ['inbox'] });
    if (topic === 'webhook') void client.invalidateQueries({ queryKey: ['webhooks'] });
    if (topic === 'emergency') void client.invalidateQueries({ queryKey: ['emergency'] });
    if (topic === 'task') void client.invalidateQueries({ queryKey: ['tasks'] });
    if (topic === 'case') {
      void client.invalidateQueries({ queryKey: ['follow-up'] });
      void client.invalidateQueries({ queryKey: ['figures', 'patients'] });
      void client.invalidateQueries({ queryKey: ['figures', 'missing'] });
    }
  });
  useKeys({ '?': () => setOpened('keys'), 'Ctrl+k': () => setOpened('actions') });
  return (
    <DeedsProvider>
      <ArrivalsContext value={{ arrivals, seen: () => setArrivals(0) }}>
        <a className="skip" href="#page">
          {say('skip')}
        </a>
        {session.site.synthetic && <p className="synthetic">{say('synthetic')}</p>}
        <Header openKeys={() => setOpened('keys')} openActions={() => setOpened('actions')} />
        <StaleNotice line={line} />
        <main id="page" tabIndex={-1} ref={page}>
          <Suspense fallback={<GreyRows rows={6} />}>
            <Switch>
              <Route path="/worklist">
                <Worklist />
              </Route>
              <Route path="/cases/:id/assessment" component={Assessment} />
              <Route path="/decisions/changed" component={ChangedDecisions} />
              <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={Number(id)} />}</Route>
              <Route path="/tasks" component={Tasks} />
              <Route path="/follow-up" component={FollowUp} />
              <Route path="/follow-up/calendar" component={CalendarPage} />
              <Route path="/follow-up/:id" component={CallPage} />
              <Route path="/finding" component={Quality} />
              <Route path="/figures" component={Dashboard} />
              <Route path="/figures/patients" component={FigurePatients} />
              <Route path="/figures/missing" component={Missing} />
              <Route path="/figures/what-if" component={WhatIf} />
              <Route path="/figures/what-if/:id" component={WhatIfAnswer} />
              <Route path="/inbox" component={Inbox} />
              <Route path="/inbox/upload" component={Upload} />
              <Route path="/inbox/densities" component={DensityUpload} />
              <Route path="/accounts" component={Accounts} />
              <Route path="/log" component={Log} />
              <Route path="/emergency" component={AskAccess} />
              <Route path="/emergency/log" component={EmergencyLog} />
              <Route path="/people/:id" component={PersonRecord} />
              <Route path="/people/:id/log" component={Log} />
              <Route path="/cases/:id/spine">
                {({ id }) => <Morphometry key={id} caseId={Number(id)} />}
              </Route>
              <Route path="/services" component={Services} />
              <Route path="/densitometers" component={Densitometers} />
              <Route path="/connections" component={Connections} />
              <Route path="/connections/hip-codes" component={HipCodes} />
              <Route path="/launched/no-case" component={Launched} />
              <Route path="/rules/*?" component={Rules} />
              <Route path="/claims" component={Claims} />
              <Route path="/aids/:grid?">{({ grid }) => <Aids grid={grid ?? null} />}</Route>
              <Route path="/settings" component={Settings} />
              <Route path="/">
                <Redirect to={homeOf(session.user.role)} replace />
              </Route>
              <Route component={NoSuchPage} />
            </Switch>
          </Suspense>
        </main>
        <SavedLine />
        <AllActions
          opened={opened === 'actions'}
          close={() => setOpened(null)}
          openKeys={() => setOpened('keys')}
        />
        <KeyList opened={opened === 'keys'} close={() => setOpened(null)} />
      </ArrivalsContext>
    </DeedsProvider>
  );
}
