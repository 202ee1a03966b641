// How the other side knows that a message is ours, unchanged and new: HMAC-SHA-256 with the secret that only the two have, over
// the time of sending, a dot, and the body as its bytes were sent. docs/connections.md shows how to check it.

import { createHmac, randomBytes } from 'node:crypto';

export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

/** `timestamp`: seconds since 1970. */
export function webhookSignature(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
