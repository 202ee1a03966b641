// What a guide's pages tell the browser, beside what every answer does: nothing from elsewhere, no style and no script in
// the page itself, and its own address to its own server alone, so that old browsers can show where a form comes from.

export const guideHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
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
