// Images of a spine over HTTP: in, measured, read, withdrawn; and nobody else's.

import {
  type DicomTraits,
  drawnDicom as dicomBytes,
  drawnSpine,
  drawnPng as pngBytes,
} from '@breekpunt/synthetic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { vertebraRowsOf } from '../records/vertebra-reading.ts';
import type { SpineImages } from './image-routes.ts';
import type { MeasuredImage } from './measure-image.ts';

const drawnPng = (): Buffer => Buffer.from(pngBytes());
const drawnDicom = (traits?: DicomTraits): Buffer => Buffer.from(dicomBytes(traits));

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let it: Person;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  [nurse, it] = [await server.signedInAs('gent', 'nurse'), await server.signedInAs('gent', 'it')];
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const newCase = (): Promise<FoundCase> => database.in('gent', (tx) => foundCase(tx));

function upload(id: number, bytes: Buffer, as: Person = nurse, takenOn = '2026-11-01') {
  return server.ask('POST', `/api/cases/${id}/spine-images?imaging=vfa&takenOn=${takenOn}`, {
    as,
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

async function withImage(
  bytes: Buffer = drawnPng(),
): Promise<{ readonly id: number; readonly image: number; readonly person: number }> {
  const { id, person } = await newCase();
  const added = await upload(id, bytes);
  return { id, person, image: added.json().id };
}

async function imagesOf(id: number): Promise<SpineImages> {
  return (await server.ask('GET', `/api/cases/${id}/spine-images`, { as: nurse })).json();
}

const drawn = drawnSpine.map(({ level, corners }) => ({ level, points: corners }));
const read = drawn.map((each) => ({ ...each, readable: 'yes', seen: null }));

function save(id: number, image: number, readings: unknown, onVersion = 0) {
  return server.ask('PUT', `/api/cases/${id}/spine-images/${image}/readings`, {
    as: nurse,
    body: { onVersion, readings },
  });
}

describe('an image', () => {
  test('comes in as PNG, and comes back byte for byte', async () => {
    const png = drawnPng();
    const { id, image } = await withImage(png);
    const answer = await server.ask('GET', `/api/cases/${id}/spine-images/${image}/content`, { as: nurse });
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.rawPayload.equals(png)).toBe(true);
    expect((await imagesOf(id)).images).toMatchObject([
      { format: 'png', width: 320, height: 640, scale: 'none', mm: null, readings: [], version: 0 },
    ]);
  });

  test('as DICOM knows its scale, and comes back as grey values', async () => {
    const { id, image } = await withImage(drawnDicom({ spacing: '0.9\\0.9' }));
    expect((await imagesOf(id)).images).toMatchObject([
      { scale: 'calibrated', mm: { across: 0.9, down: 0.9 } },
    ]);
    const { rawPayload } = await server.ask('GET', `/api/cases/${id}/spine-images/${image}/content`, {
      as: nurse,
    });
    expect([rawPayload.readUInt32LE(0), rawPayload.readUInt32LE(4)]).toEqual([320, 640]);
    expect(rawPayload.length).toBe(16 + 320 * 640 * 2);
  });

  test.each<readonly [string, Buffer]>([
    ['not-an-image', Buffer.from('<script>alert(1)</script>'.padEnd(300))],
    ['unreadable', drawnDicom().subarray(0, 5_000)],
    ['compressed', drawnDicom({ syntax: '1.2.840.10008.1.2.4.90' })],
    ['other-birth-date', drawnDicom({ birthDate: '19300101' } satisfies DicomTraits)],
  ])('that is %s is refused, and nothing is kept', async (why, bytes) => {
    const { id } = await newCase();
    const answer = await upload(id, bytes);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.json().why).toBe(why);
    expect((await imagesOf(id)).images).toEqual([]);
  });

  test('that names the patient’s own birth date comes in', async () => {
    const { id } = await newCase();
    expect((await upload(id, drawnDicom({ birthDate: '19410312' }))).statusCode).toBe(201);
  });

  test('of tomorrow is refused', async () => {
    const { id } = await newCase();
    expect((await upload(id, drawnPng(), nurse, '2099-01-01')).json().code).toBe('refused');
  });

  test('larger than the limit is refused unread', async () => {
    const { id } = await newCase();
    expect((await upload(id, Buffer.alloc(24_000_001))).statusCode).toBe(413);
  });

  test('is for those who care for patients', async () => {
    const { id } = await newCase();
    expect((await upload(id, drawnPng(), it)).json().code).toBe('wrong-role');
  });

  test('taken away no longer counts, and neither do its readings', async () => {
    const { id, image, person } = await withImage();
    await save(id, image, read);
    await server.ask('DELETE', `/api/cases/${id}/spine-images/${image}`, { as: nurse });
    expect((await imagesOf(id)).images).toEqual([]);
    expect(await database.in('gent', (tx) => vertebraRowsOf(tx, person))).toEqual([]);
  });
});

describe('measuring', () => {
  const measure = async (body: unknown): Promise<MeasuredImage> =>
    (await server.ask('POST', '/api/morphometry/measure', { as: nurse, body })).json();

  test('grades the drawn wedge by its unrounded loss, in ratios alone where the scale is not known', async () => {
    const { levels } = await measure({ mm: null, vertebrae: drawn, kyphosis: null });
    const wedge = levels.find(({ level }) => level === 'L1');
    if (wedge?.state !== 'measured') throw new Error('L1 was not measured');
    expect(wedge.measured).toMatchObject({ shape: 'wedge', atLeast: false, graded: { grade: 2 } });
    expect(wedge.measured.greatest.percent).toBeCloseTo((9 / 28) * 100, 9);
    expect(wedge.measured.greatest.mm).toBeNull();
    expect(wedge.heights.unit).toBe('pixel');
    const sound = levels.find(({ level }) => level === 'L2');
    expect(sound).toMatchObject({ state: 'measured', measured: { graded: { grade: 0 } } });
  });

  test('gives millimetres where the scale is known', async () => {
    const { levels } = await measure({ mm: { across: 0.9, down: 0.9 }, vertebrae: drawn, kyphosis: null });
    const wedge = levels.find(({ level }) => level === 'L1');
    if (wedge?.state !== 'measured') throw new Error('L1 was not measured');
    expect(wedge.heights).toMatchObject({ unit: 'mm' });
    expect(wedge.heights.anterior).toBeCloseTo(19 * 0.9, 9);
    expect(wedge.measured.greatest.mm).toBeCloseTo(9 * 0.9, 9);
  });

  test('gives no grade before the sixth point, nor for points that cross', async () => {
    const [body] = drawn;
    const five = body?.points.map((point, at) => (at === 5 ? null : point)) ?? [];
    const crossed = [...(body?.points.slice(3) ?? []), ...(body?.points.slice(0, 3) ?? [])];
    const state = async (points: readonly unknown[]): Promise<unknown> =>
      (await measure({ mm: null, vertebrae: [{ level: 'T10', points }], kyphosis: null })).levels[0]?.state;
    expect(await state(five)).toBe('unfinished');
    expect(await state(crossed)).toBe('not-one-body');
  });

  test('measures the angle between two endplates, and none while one is missing', async () => {
    const question = { mm: null, vertebrae: drawn, kyphosis: { upper: 'L1', lower: 'L1' } };
    const { kyphosis } = await measure(question);
    expect(kyphosis?.degrees).toBeCloseTo((Math.atan2(9, 60) * 180) / Math.PI, 9);
    expect(kyphosis).toMatchObject({ direction: 'kyphosis', means: 'not-raised' });
    expect((await measure({ ...question, kyphosis: { upper: 'T4', lower: 'L1' } })).kyphosis).toBeNull();
  });

  test('refuses a level that is not read here, and one that comes twice', async () => {
    const why = async (vertebrae: unknown): Promise<unknown> => {
      const answer = await server.ask('POST', '/api/morphometry/measure', {
        as: nurse,
        body: { mm: null, vertebrae, kyphosis: null },
      });
      return answer.json().why;
    };
    const points = drawn[0]?.points;
    expect(await why([{ level: 'L5', points }])).toBe('level-not-read-here');
    expect(await why([...drawn, drawn[0]])).toBe('level-twice');
  });
});

describe('the readings of an image', () => {
  test('are kept with points, heights and grade, and come back as they were', async () => {
    const { id, image, person } = await withImage(drawnDicom({ spacing: '0.9\\0.9' }));
    const saved = await save(id, image, read);
    expect(saved.statusCode).toBe(200);
    const [kept] = (await imagesOf(id)).images;
    expect(kept?.readings).toEqual(read);
    expect(kept?.version).toBe(saved.json().version);
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    expect(rows.find(({ level }) => level === 'L1')).toMatchObject({
      genant: 2,
      shape: 'wedge',
      gradedBy: 'genant-nhg',
      readable: 'yes',
      imaging: 'vfa',
      anteriorMm: 17.1,
      posteriorMm: 25.2,
      heightLossPercent: 32.14,
    });
  });

  test('keep the grade of the eye apart from that of the points', async () => {
    const { id, image, person } = await withImage();
    const both = read.map((each) =>
      each.level === 'L1' ? { ...each, seen: { grade: 1, shape: null } } : each,
    );
    await save(id, image, both);
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    const grades = rows
      .filter(({ level }) => level === 'L1')
      .map(({ genant, gradedBy }) => [gradedBy, genant]);
    expect(grades).toEqual([
      [null, 1],
      ['genant-nhg', 2],
    ]);
    expect((await imagesOf(id)).images[0]?.readings).toEqual(both);
  });

  test('without a scale have no millimetres', async () => {
    const { id, image, person } = await withImage();
    await save(id, image, read);
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    expect(rows.map(({ anteriorMm }) => anteriorMm).every((mm) => mm === null)).toBe(true);
  });

  test('of one vertebra alone are a lower bound, and say so', async () => {
    const { id, image, person } = await withImage();
    await save(
      id,
      image,
      read.filter(({ level }) => level === 'L1'),
    );
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    expect(rows).toMatchObject([{ genant: 2, gradedBy: 'genant-nhg-at-least' }]);
  });

  test('unfinished are kept without a grade; not readable is kept as that', async () => {
    const { id, image, person } = await withImage();
    const half = { ...read[0], points: read[0]?.points.map((point, at) => (at < 3 ? point : null)) };
    const unread = { level: 'T4', readable: 'no', seen: null, points: null };
    await save(id, image, [unread, half]);
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    expect(rows.map(({ level, readable, genant }) => [level, readable, genant])).toEqual([
      ['T4', 'no', null],
      ['T10', 'yes', null],
    ]);
    expect((await imagesOf(id)).images[0]?.readings).toEqual([unread, half]);
  });

  test.each([
    [
      'graded-but-not-readable',
      { level: 'T4', readable: 'no', seen: { grade: 2, shape: null }, points: null },
    ],
    ['point-outside-image', { ...read[0], points: read[0]?.points.map(() => ({ x: 400, y: 10 })) }],
    ['level-not-read-here', { ...read[0], level: 'L5' }],
  ])('are refused when they are %s', async (why, reading) => {
    const { id, image } = await withImage();
    const answer = await save(id, image, [reading]);
    expect([answer.statusCode, answer.json().why]).toEqual([422, why]);
  });

  test('of the second of two readers are refused, and nothing is overwritten', async () => {
    const { id, image } = await withImage();
    await save(id, image, read);
    const second = await save(id, image, [], 0);
    expect(second.json().code).toBe('changed-meanwhile');
    expect((await imagesOf(id)).images[0]?.readings.length).toBe(read.length);
  });

  test('saved again replace the earlier ones, which stay on record as withdrawn', async () => {
    const { id, image } = await withImage();
    const { version } = (await save(id, image, read)).json();
    await save(id, image, read.slice(0, 1), version);
    expect((await imagesOf(id)).images[0]?.readings.length).toBe(1);
    const all = await database.in('gent', (tx) =>
      tx.db
        .selectFrom('vertebra_reading')
        .select('withdrawn_at')
        .where('spine_image_id', '=', image)
        .execute(),
    );
    expect(all.filter(({ withdrawn_at: at }) => at !== null).length).toBe(read.length);
  });
});

test('another hospital finds neither image nor content', async () => {
  const { id, image } = await withImage();
  const elsewhere = await server.signedInAs('luik', 'nurse');
  for (const path of ['', `/${image}/content`]) {
    const answer = await server.ask('GET', `/api/cases/${id}/spine-images${path}`, { as: elsewhere });
    expect(answer.statusCode, path).toBe(404);
  }
});

test('whoever looked at an image stands in the audit log', async () => {
  const { id, image, person } = await withImage();
  await server.ask('GET', `/api/cases/${id}/spine-images/${image}/content`, { as: nurse });
  const rows = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['action', 'person_id'])
      .where('object_type', '=', 'spine-image')
      .where('object_id', '=', String(image))
      .orderBy('sequence')
      .execute(),
  );
  expect(rows).toEqual([
    { action: 'create', person_id: person },
    { action: 'view', person_id: person },
  ]);
});

describe('a half grade by eye', () => {
  test('is kept as a suspicion, comes back as a half, and is no fracture and no absence of one', async () => {
    const { id, image, person } = await withImage();
    const half = { level: 'L1', readable: 'yes', seen: { grade: 0.5, shape: 'wedge' }, points: null };
    expect((await save(id, image, [half])).statusCode).toBe(200);
    expect((await imagesOf(id)).images[0]?.readings).toEqual([half]);
    const rows = await database.in('gent', (tx) => vertebraRowsOf(tx, person));
    expect(rows).toMatchObject([{ level: 'L1', genant: null, suspected: true, gradedBy: null }]);
  });

  test('has no place between whole grades: a quarter is refused', async () => {
    const { id, image } = await withImage();
    const quarter = { level: 'L1', readable: 'yes', seen: { grade: 0.25, shape: null }, points: null };
    expect((await save(id, image, [quarter])).statusCode).toBe(400);
  });
});

describe('two images of one spine', () => {
  const at = (level: string) => drawn.find((each) => each.level === level);
  const seen = (level: string, grade: number) => ({
    level,
    readable: 'yes',
    seen: { grade, shape: null },
    points: null,
  });

  async function twoImages(): Promise<{ readonly id: number; readonly then: number; readonly now: number }> {
    const { id } = await newCase();
    const then = (await upload(id, drawnDicom({ spacing: '0.9\\0.9' }), nurse, '2024-05-01')).json().id;
    const now = (await upload(id, drawnDicom({ spacing: '0.9\\0.9' }), nurse, '2026-11-01')).json().id;
    return { id, then, now };
  }

  const compared = (id: number, earlier: number, later: number, as: Person = nurse) =>
    server.ask('GET', `/api/cases/${id}/spine-images/compared?earlier=${earlier}&later=${later}`, { as });

  test('show each vertebra then and now, with what changed by which rule', async () => {
    const { id, then, now } = await twoImages();
    await save(id, then, [seen('T12', 0), seen('L1', 1), seen('L2', 0.5), seen('L3', 2)]);
    await save(id, now, [seen('T12', 2), seen('L1', 1), seen('L2', 1), seen('L3', 1), seen('L4', 0)]);
    const { levels } = (await compared(id, then, now)).json();
    const changes = levels.map((each: { level: string; seen: { change: string; reasons: string[] } }) => [
      each.level,
      each.seen.change,
      each.seen.reasons[0],
    ]);
    expect(changes).toEqual([
      ['T12', 'new', 'VF15'],
      ['L1', 'prevalent', 'VF16'],
      ['L2', 'cannot-tell', 'VF17'],
      ['L3', 'contradictory', 'VF16'],
      ['L4', 'cannot-tell', 'VF17'],
    ]);
  });

  test('say how much more height a vertebra lost, in percent and millimetres', async () => {
    const { id, then, now } = await twoImages();
    const whole = at('L2');
    if (whole === undefined) throw new Error('The drawing has no L2');
    const lower = { ...whole, readable: 'yes', seen: null };
    // The upper front corner sinks by six pixels.
    const points = whole.points.map((point, place) =>
      place === 0 && point !== null ? { ...point, y: point.y + 6 } : point,
    );
    await save(id, then, [lower]);
    await save(id, now, [{ ...lower, points }]);
    const { levels } = (await compared(id, then, now)).json();
    expect(levels[0].height).toMatchObject({ position: 'anterior', against: 'own-posterior' });
    expect(levels[0].height.points).toBeGreaterThan(5);
    expect(levels[0].height.mm).toBeGreaterThan(4);
  });

  test('are refused in the wrong order, and of another hospital there is no such image', async () => {
    const { id, then, now } = await twoImages();
    const wrong = await compared(id, now, then);
    expect([wrong.statusCode, wrong.json().why]).toEqual([422, 'not-later']);
    const stranger = await server.signedInAs('luik', 'nurse');
    expect((await compared(id, then, now, stranger)).statusCode).toBe(404);
    const other = await withImage();
    expect((await compared(id, then, other.image)).statusCode).toBe(404);
  });

  test('can be chosen from all images of the person on which something was read', async () => {
    const { id, then, now } = await twoImages();
    await save(id, then, [seen('L1', 0)]);
    const list = await server.ask('GET', `/api/cases/${id}/spine-images/comparable`, { as: nurse });
    expect(list.json()).toEqual([{ id: then, imaging: 'vfa', takenOn: '2024-05-01', vertebrae: 1 }]);
    expect(now).toBeGreaterThan(then);
  });
});
