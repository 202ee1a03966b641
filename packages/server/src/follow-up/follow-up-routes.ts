// Follow-up over HTTP: contacts, and what becomes of the cases that are followed.

import type { Route } from '../http/route.ts';
import { contactRoutes } from './contact-routes.ts';
import { doseRoutes } from './dose-routes.ts';
import { followedCaseRoutes } from './followed-case-routes.ts';

export const followUpRoutes: readonly Route[] = [...contactRoutes, ...doseRoutes, ...followedCaseRoutes];
