// The numeric OBX of an ORU to measurements: type NM and SN, with unit and reference range.

import type { CalendarDate } from '@breekpunt/core';
import type { RecordedMeasurement } from '../measurement.ts';
import { codeFrom } from '../recorded-values.ts';
import type { ReportStatus } from '../report-record.ts';
import type { Hl7Message, Segment } from './parse-message.ts';
import { hl7Date } from './patient-segment.ts';

/** Throws ItemRefused when a date is no date. */
export function measurementsFrom(message: Hl7Message): RecordedMeasurement[] {
  const found: RecordedMeasurement[] = [];
  let order: Segment | undefined;
  for (const segment of message.segments) {
    if (segment.name === 'OBR') order = segment;
    if (segment.name !== 'OBX' || order === undefined) continue;
    const measured = measurementOf(segment, order, found.length);
    if (measured !== undefined) found.push({ ...measured, ...remarksOf(message.segments, segment) });
  }
  return found;
}

/** The NTE segments under an OBX. */
function remarksOf(segments: readonly Segment[], obx: Segment): Pick<RecordedMeasurement, 'note'> {
  const behind = segments.slice(segments.indexOf(obx) + 1);
  const end = behind.findIndex(({ name }) => name !== 'NTE');
  const note = behind.slice(0, end === -1 ? behind.length : end).map((nte) => nte.text(3));
  return note.length === 0 ? {} : { note: note.join('. ') };
}

/** OBX-18 names the device (serial number, then model or maker), OBX-20 the place on the body, OBX-17 the method. */
function densityFacts(obx: Segment): Partial<RecordedMeasurement> {
  const [serial, model, maker] = [obx.value(18), obx.value(18, 2), obx.value(18, 3)];
  const device = {
    ...(serial === '' ? {} : { serial }),
    ...(model === '' ? {} : { model }),
    ...(maker === '' ? {} : { maker }),
  };
  const place = obx.value(20, 2) || obx.value(20);
  const reference = obx.value(17, 2) || obx.value(17);
  return {
    ...(Object.keys(device).length === 0 ? {} : { device }),
    ...(place === '' ? {} : { bodySites: [{ system: 'unknown', code: '', display: place }] }),
    ...(reference === '' ? {} : { reference }),
  };
}

function measurementOf(obx: Segment, order: Segment, index: number): RecordedMeasurement | undefined {
  const number = numberOf(obx);
  const code = obx.value(3);
  if (number === undefined || code === '') return undefined;
  const own = order.value(3) || order.value(2);
  const date = dateOf(obx, order);
  const range = /^\s*(-?[\d.,]+)\s*-\s*(-?[\d.,]+)\s*$/.exec(obx.value(7));
  const [low, high] = [decimal(range?.[1] ?? ''), decimal(range?.[2] ?? '')];
  const unit = obx.value(6);
  const status = statuses[obx.value(11)];
  return {
    id: own === '' ? '' : `${own} ${code} ${obx.value(4) || index}`,
    codes: [codeFrom(code, obx.value(3, 3) || undefined, obx.value(3, 2))],
    name: obx.value(3, 2) || code,
    ...(date === undefined ? {} : { date }),
    ...number,
    ...(unit === '' ? {} : { unit }),
    ...(low === undefined || high === undefined ? {} : { low, high }),
    ...(status === undefined ? {} : { status }),
    ...densityFacts(obx),
  };
}

function numberOf(obx: Segment): Pick<RecordedMeasurement, 'value' | 'comparator'> | undefined {
  const type = obx.value(2);
  if (type === 'NM') {
    const value = decimal(obx.value(5));
    return value === undefined ? undefined : { value };
  }
  if (type !== 'SN') return undefined;
  const value = decimal(obx.value(5, 2));
  if (value === undefined || obx.value(5, 3) !== '') return undefined;
  const sign = obx.value(5, 1);
  const comparator = (['<', '<=', '>', '>='] as const).find((one) => one === sign);
  return comparator === undefined ? { value } : { value, comparator };
}

/** "1,5" and "1.5"; undefined for anything that is no plain decimal number. */
function decimal(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function dateOf(obx: Segment, order: Segment): CalendarDate | undefined {
  return hl7Date(obx.value(14), 'OBX-14') ?? hl7Date(order.value(7), 'OBR-7');
}

const statuses: Readonly<Record<string, ReportStatus>> = {
  F: 'final',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  I: 'preliminary',
  C: 'corrected',
  D: 'withdrawn',
  W: 'withdrawn',
  X: 'withdrawn',
};
