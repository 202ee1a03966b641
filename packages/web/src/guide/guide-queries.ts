// What the team's side of the guide asks the server.

import type { GuidePanel, HospitalServiceRow, PatientAlarm } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const guideQuery = (ofCase: number) =>
  queryOptions({
    queryKey: ['case', ofCase, 'guide'],
    queryFn: () => request<GuidePanel>('GET', `/api/cases/${ofCase}/guide`),
  });

/** Under the tasks, so that it is read anew whenever one of them changes. */
export const alarmsQuery = queryOptions({
  queryKey: ['tasks', 'alarms'],
  queryFn: () => request<{ alarms: readonly PatientAlarm[] }>('GET', '/api/guide-alarms'),
});

export const servicesQuery = queryOptions({
  queryKey: ['services'],
  queryFn: () => request<{ services: readonly HospitalServiceRow[] }>('GET', '/api/site/services'),
});
