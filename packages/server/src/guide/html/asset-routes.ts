// The style sheet of the guide and its icon: the server's own, so that a guide can be read before the clinic app is built.

import { z } from 'zod';
import { text } from '../../http/answer.ts';
import { openRoute, type Route } from '../../http/route.ts';
import { stylePath } from './guide-frame.ts';
import { iconAddress, iconPng, iconSizes, iconSvg } from './guide-icons.ts';
import { styleMark, styleSheet } from './style-sheet.ts';

/** An hour, and longer when nobody answers. */
const kept = { 'cache-control': 'public, max-age=3600, stale-if-error=604800' };
/** What is asked for by its mark never changes: another sheet has another mark. */
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };

export const assetRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    url: stylePath,
    perMinute: 600,
    query: z.record(z.string(), z.string()).catch({}),
    handle: async (_call, { query }) =>
      text('text/css; charset=utf-8', styleSheet, styleMark in query ? forEver : kept),
  }),
  openRoute({
    method: 'GET',
    url: '/guide/icon.svg',
    perMinute: 600,
    handle: async () => text('image/svg+xml', iconSvg(), kept),
  }),
  ...iconSizes.map((size) => {
    const png = iconPng(size);
    return openRoute({
      method: 'GET',
      url: iconAddress(size),
      perMinute: 600,
      handle: async () => text('image/png', png, kept),
    });
  }),
];
