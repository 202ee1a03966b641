// The page that a form comes back to: under the guide, and nothing else.

const pattern = /^\/[a-z][a-z0-9/-]{0,60}$/;

export function hereFrom(body: Readonly<Record<string, string>>): string {
  const here = body['here'] ?? '';
  return pattern.test(here) ? here : '/vandaag';
}
