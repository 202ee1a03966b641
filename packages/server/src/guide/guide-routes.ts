// All addresses of the patient's guide: the team's side, the door, the files it is drawn with, and its pages.

import type { Route } from '../http/route.ts';
import { doorRoutes } from './access/door-routes.ts';
import { linkRoutes } from './access/link-routes.ts';
import { directoryRoutes } from './directory/directory-routes.ts';
import { assetRoutes } from './html/asset-routes.ts';
import { ownPages } from './pages/own-pages.ts';
import { whoLookedPages } from './pages/who-looked.ts';

export const guideRoutes: readonly Route[] = [
  ...directoryRoutes,
  ...linkRoutes,
  ...doorRoutes,
  ...assetRoutes,
  ...ownPages,
  ...whoLookedPages,
];
