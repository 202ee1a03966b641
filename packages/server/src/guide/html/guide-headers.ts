// What a guide's pages tell the browser, beside what every answer does: nothing from elsewhere, no script in the page itself
// and no style but our own sheet of the frame word for word, and its own address to its own server alone, so that old browsers can show
// where a form comes from.

import { createHash } from 'node:crypto';
import { frameSheet } from './style-sheet.ts';

const ownSheet = createHash('sha256').update(frameSheet).digest('base64');

export const guideHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${ownSheet}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};
