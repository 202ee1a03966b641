// What follow-up did to a case, said to whoever has it open and written in the log.

import { announce } from '../events/announce.ts';
import type { Visit } from '../http/visit.ts';

export async function logged(
  visit: Visit,
  person: number,
  ofCase: number,
  action: 'create' | 'change' | 'withdraw',
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await announce(visit.tx, { topic: 'case', change: 'changed', id: ofCase });
  visit.audit({ action, person, object: { type: 'case', id: String(ofCase) }, detail });
}
