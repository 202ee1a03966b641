// All addresses of the patient's guide: the team's side, the door, the files it is drawn with, and its pages.

import type { Route } from '../http/route.ts';
import { doorRoutes } from './access/door-routes.ts';
import { linkRoutes } from './access/link-routes.ts';
import { alarmRoutes } from './diary/alarm-routes.ts';
import { directoryRoutes } from './directory/directory-routes.ts';
import { assetRoutes } from './html/asset-routes.ts';
import { calendarRoutes } from './pages/calendar-file.ts';
import { checkPages } from './pages/check-pages.ts';
import { choicePages } from './pages/choice-pages.ts';
import { diaryPages } from './pages/diary-page.ts';
import { exercisePages } from './pages/exercise-pages.ts';
import { followUpPages } from './pages/follow-up-pages.ts';
import { homePages } from './pages/home-page.ts';
import { offlinePages } from './pages/offline-pages.ts';
import { opioidPages } from './pages/opioid-page.ts';
import { ownPages } from './pages/own-pages.ts';
import { paperPages } from './pages/paper-page.ts';
import { sectionRoutes } from './pages/section-page.ts';
import { smallPages } from './pages/small-pages.ts';
import { teachBackPages } from './pages/teach-back-pages.ts';
import { todayPages } from './pages/today-page.ts';
import { whoLookedPages } from './pages/who-looked.ts';
import { paperRoutes } from './paper/paper-routes.ts';

export const guideRoutes: readonly Route[] = [
  ...directoryRoutes,
  ...linkRoutes,
  ...paperRoutes,
  ...doorRoutes,
  ...assetRoutes,
  ...alarmRoutes,
  ...todayPages,
  ...checkPages,
  ...exercisePages,
  ...diaryPages,
  ...followUpPages,
  ...smallPages,
  ...teachBackPages,
  ...opioidPages,
  ...choicePages,
  ...homePages,
  ...calendarRoutes,
  ...offlinePages,
  ...paperPages,
  ...sectionRoutes,
  ...ownPages,
  ...whoLookedPages,
];
