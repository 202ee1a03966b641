// The style sheet of the guide and its icon: the server's own, so that a guide can be read before the clinic app is built.

import { text } from '../../http/answer.ts';
import { openRoute, type Route } from '../../http/route.ts';
import { styleAddress } from './guide-frame.ts';
import { styleSheet } from './style-sheet.ts';

/** A path that turns and goes on. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="#0a58a6"/><path d="M14 50V30l16 12 20-28" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** An hour, and longer when nobody answers. */
const kept = { 'cache-control': 'public, max-age=3600, stale-if-error=604800' };

export const assetRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    url: styleAddress,
    perMinute: 600,
    handle: async () => text('text/css; charset=utf-8', styleSheet, kept),
  }),
  openRoute({
    method: 'GET',
    url: '/guide/icon.svg',
    perMinute: 600,
    handle: async () => text('image/svg+xml', icon, kept),
  }),
];
