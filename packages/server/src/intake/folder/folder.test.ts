import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { oru } from '../../../test/hl7-messages.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../../test/test-database.ts';
import { type TestIntake, testIntake } from '../../../test/test-intake.ts';
import { type TestServer, testServer } from '../../../test/test-server.ts';
import { takeFolderFile } from './take-folder-file.ts';
import { lookOnce, type WatchedFolder, watchFolder } from './watched-folder.ts';

let database: TestDatabase;
let server: TestServer;
let intake: TestIntake;
let folder = '';
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  intake = await testIntake(database);
});
afterAll(async () => {
  await intake.close();
  await server.close();
  await database.close();
});
beforeEach(async () => {
  if (folder !== '') await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'breekpunt-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

const watched = (): WatchedFolder => ({
  folder,
  everyMs: 5,
  take: (name, raw) =>
    takeFolderFile(
      { db: database.db, keys: testKeys, queue: server.context.intake.queue },
      'gent',
      name,
      raw,
    ),
  told: () => undefined,
});
const lay = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);
const lying = async (place: string): Promise<string[]> => (await readdir(join(folder, place))).toSorted();
const twice = async (): Promise<void> => {
  await lookOnce(watched(), await lookOnce(watched(), new Map()));
};
const sources = (): Promise<string[]> =>
  database.asOwner(async (owner) =>
    (await owner.query<{ source_id: string }>('select source_id from report order by 1')).rows.map(
      (row) => row.source_id,
    ),
  );

const message = (control: string, order: string): string =>
  oru({ control, patient: 'F1', order, text: 'Geen fractuur.' });

test('a table and a file of messages are taken, and lie in done', async () => {
  await lay('rx.csv', 'id,patient,text\nT1,F9,"Polsfractuur links na val."\n');
  await lay('night.hl7', `${message('C1', 'O1')}\r${message('C2', 'O2')}`);
  await twice();
  await intake.settled();
  expect(await lying('done')).toEqual(['night.hl7', 'rx.csv']);
  expect(await sources()).toEqual(['O1', 'O2', 'T1']);
});

test('a file that is laid again changes nothing, and writes over nothing', async () => {
  const known = await sources();
  for (const _ of [1, 2]) {
    await lay('rx.csv', 'id,patient,text\nT1,F9,"Polsfractuur links na val."\n');
    await twice();
  }
  await intake.settled();
  expect(await lying('done')).toEqual(['rx (2).csv', 'rx.csv']);
  expect(await sources()).toEqual(known);
});

test('a file that still grows waits until it has stopped', async () => {
  await lay('slow.csv', 'id,patient,text\n');
  const first = await lookOnce(watched(), new Map());
  await lay('slow.csv', 'id,patient,text\nS1,F9,"Geen fractuur."\n');
  const second = await lookOnce(watched(), first);
  expect(await lying('done')).toEqual([]);
  await lookOnce(watched(), second);
  expect(await lying('done')).toEqual(['slow.csv']);
});

test.each([
  ['letter.docx', 'PK', 'Its ending is none that is taken here'],
  ['empty.csv', '', 'the file is empty'],
  ['odd.csv', 'a;b\n1;2\n', 'no header row was recognised'],
  ['half.hl7', 'PID|1||F1\r', 'no complete message'],
])('%s lies in rejected with the reason beside it', async (name, content, reason) => {
  await lay(name, content);
  await twice();
  expect(await lying('rejected')).toEqual([name, `${name}.reason.txt`]);
  expect(await readFile(join(folder, 'rejected', `${name}.reason.txt`), 'utf8')).toContain(reason);
});

test('the database away leaves the file where it is, and the next look takes it', async () => {
  await lay('later.csv', 'id,patient,text\nL1,F9,"Geen fractuur."\n');
  const away: WatchedFolder = { ...watched(), take: () => Promise.reject(new Error('away')) };
  const seen = await lookOnce(away, new Map());
  await expect(lookOnce(away, seen)).rejects.toThrow('away');
  expect(await readdir(folder)).toContain('later.csv');
  await twice();
  expect(await lying('done')).toEqual(['later.csv']);
});

test('watching takes what is laid until it is stopped', async () => {
  await lay('watched.csv', 'id,patient,text\nW1,F9,"Geen fractuur."\n');
  let stop: () => Promise<void> = async () => undefined;
  const told = await new Promise<string>((resolve) => {
    stop = watchFolder({ ...watched(), told: resolve });
  });
  await stop();
  expect(told).toBe('done');
});
