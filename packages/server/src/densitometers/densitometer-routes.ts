// The hospital's bone densitometers over HTTP: everybody of the team sees which there are and how exactly they repeat
// themselves; the lead and IT keep the precision studies.

import { unreachable, vertebralLevels } from '@breekpunt/core';
import { dxaMakers, type PrecisionRefusal, parsePrecision, precisionUnits } from '@breekpunt/investigate';
import { numberOn } from '@breekpunt/knowledge';
import { z } from 'zod';
import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import { inForce } from '../assessment/in-force.ts';
import { calendarDay } from '../case/calendar-day.ts';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { roles } from '../people/role.ts';
import {
  addPrecisionStudy,
  type PrecisionStudy,
  precisionStudies,
  withdrawPrecisionStudy,
} from '../records/precision-study.ts';
import { densityRules } from './density-rules.ts';

export interface DensitometerList {
  readonly studies: readonly PrecisionStudy[];
  /** Least significant change as a multiple of the precision error. */
  readonly changeFactor: number;
  /** The rules that say so. */
  readonly rules: readonly string[];
}

const show = siteRoute({
  method: 'GET',
  url: '/api/site/densitometers',
  roles,
  audit: 'none',
  handle: async ({ tx, today }) => {
    const { knowledge } = assessmentRulesOn(today);
    const answer: DensitometerList = {
      studies: await precisionStudies(tx),
      changeFactor: inForce(numberOn(knowledge, 'dxa.change-factor', today)),
      rules: ['DX15', 'DX16', 'DX17', 'DX26'],
    };
    return json(answer);
  },
});

const name = z.string().trim().max(60);

const study = z.strictObject({
  maker: z.enum(dxaMakers).exclude(['not-recorded']),
  model: name.nullable().transform((text) => (text === '' ? null : text)),
  serial: name.min(1),
  site: z.enum(['lumbar-spine', 'total-hip', 'femoral-neck', 'forearm-33']),
  vertebrae: z.array(z.enum(vertebralLevels)).max(4),
  error: z.number(),
  unit: z.enum(precisionUnits),
  studiedOn: calendarDay,
});

const add = siteRoute({
  method: 'POST',
  url: '/api/site/densitometers/studies',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: study,
  handle: async ({ tx, user, at, today, audit }, { body }) => {
    const { knowledge } = assessmentRulesOn(today);
    const { model, ...stated } = body;
    const read = parsePrecision(stated, today, knowledge, densityRules(knowledge, user.country, today));
    if (!read.ok) return refusal(read.error);
    const id = await addPrecisionStudy(tx, { ...stated, model }, { user: user.id, at });
    audit({
      action: 'configure',
      object: { type: 'precision-study', id: String(id) },
      detail: { site: body.site, unit: body.unit },
    });
    return created({ study: id });
  },
});

const withdraw = siteRoute({
  method: 'DELETE',
  url: '/api/site/densitometers/studies/:study',
  roles: ['lead', 'it'],
  audit: 'configure',
  params: z.strictObject({ study: z.coerce.number().int().positive() }),
  handle: async ({ tx, user, at, audit }, { params }) => {
    if (!(await withdrawPrecisionStudy(tx, params.study, { user: user.id, at })))
      return refuse('not-found', 'There is no such precision study at this hospital, or it was withdrawn.');
    audit({
      action: 'configure',
      object: { type: 'precision-study', id: String(params.study) },
      detail: { withdrawn: true },
    });
    return nothing();
  },
});

function refusal(error: PrecisionRefusal): Answer {
  switch (error.kind) {
    case 'out-of-range':
    case 'not-a-number': {
      const { least, most, unit } = error.range;
      return refuse('refused', `Expected a precision error from ${least} to ${most} ${unit}.`, {
        at: 'body.error',
        refused: error,
      });
    }
    case 'studied-in-the-future':
      return refuse('refused', 'Expected a day that is not to come.', {
        at: 'body.studiedOn',
        refused: error,
      });
    case 'wrong-vertebrae':
      return refuse(
        'refused',
        `Expected at least ${error.least} of L1 to L4 for the spine, and none for other places.`,
        { at: 'body.vertebrae', refused: error },
      );
    case 'no-value-in-force':
      throw new Error('The knowledge has no range for a precision error today');
    default:
      return unreachable(error);
  }
}

export const densitometerRoutes: readonly Route[] = [show, add, withdraw];
