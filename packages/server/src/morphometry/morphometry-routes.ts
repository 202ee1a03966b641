// Images of a spine and what is read on them, over HTTP.

import type { Route } from '../http/route.ts';
import { comparisonRoutes } from './comparison-routes.ts';
import { imageRoutes } from './image-routes.ts';
import { readingRoutes } from './reading-routes.ts';

export const morphometryRoutes: readonly Route[] = [...imageRoutes, ...comparisonRoutes, ...readingRoutes];
