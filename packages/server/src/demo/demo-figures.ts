// Figures for who tries the program out: both synthetic hospitals are counted once and show each other their counts, so that a figure has
// something to be compared with from the first look.

import type { CalendarDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { pino } from 'pino';
import { inSite } from '../database/site-transaction.ts';
import { hospitalMix } from '../quality/hospital-mix.ts';
import { qualityChoices, saveQualityChoices } from '../quality/quality-choices.ts';
import { lastRun } from '../quality/quality-figures.ts';
import { recount } from '../quality/recount.ts';
import { demoHospitals } from './demo-hospitals.ts';
import type { DemoRecords } from './ensure-demo-people.ts';

/** Of the patients that an invented hospital expects, so many are found in its last year. */
const foundShare = 0.7;
const spinePercent = 20;

/** Done once; what somebody chose or counted since stays. */
export async function addDemoFigures(
  { database: { db } }: Pick<DemoRecords, 'database'>,
  { today, now }: { readonly today: CalendarDate; readonly now: () => Date },
): Promise<void> {
  for (const { site } of demoHospitals) {
    if ((await inSite(db, site, lastRun)) !== null) continue;
    const log = pino({ enabled: false });
    await recount(db, site, { knowledge: loadKnowledge(), cut: today, at: now(), wholly: true, log });
    await inSite(db, site, async (tx) => {
      const { patients } = await hospitalMix(tx, today);
      const choices = await qualityChoices(tx);
      await saveQualityChoices(tx, {
        ...choices,
        patientsPerYear: Math.max(10, Math.round(patients / foundShare / 10) * 10),
        spinePercent,
        shareFigures: true,
      });
    });
  }
}
