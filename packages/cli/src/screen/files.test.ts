import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AtomicFile, removeUnfinishedFiles } from './atomic-file.ts';
import { CannotRun } from './cannot-run.ts';
import { inputFilesOf, refuseOverwriting } from './input-files.ts';
import { RejectFile } from './reject-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an output file', () => {
  test('is not there before it is complete, and is complete when it is there', async () => {
    const path = join(folder, 'out.ndjson');
    const file = await AtomicFile.create(path);
    await file.write('een\n');
    expect(existsSync(path)).toBe(false);
    await file.write('twee\n'.repeat(400_000));
    expect(existsSync(path)).toBe(false);
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe(`een\n${'twee\n'.repeat(400_000)}`);
    expect(readdirSync(folder)).toEqual(['out.ndjson']);
  });

  test('may be read by its owner alone', async () => {
    const path = join(folder, 'out.csv');
    const file = await AtomicFile.create(path);
    await file.finish();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that is abandoned leaves the older one as it was', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'oud');
    const file = await AtomicFile.create(path);
    await file.write('nieuw');
    await file.abandon();
    expect(readFileSync(path, 'utf8')).toBe('oud');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  test('leaves nothing behind when the run is interrupted', async () => {
    const file = await AtomicFile.create(join(folder, 'out.csv'));
    await file.write('half');
    removeUnfinishedFiles();
    expect(readdirSync(folder)).toEqual([]);
    await file.abandon();
  });

  test('in a folder that does not exist cannot be made, and says which', async () => {
    await expect(AtomicFile.create(join(folder, 'geen', 'out.csv'))).rejects.toThrow(
      /geen.out\.csv: the folder .* does not exist/u,
    );
  });

  test('cannot be a folder', async () => {
    await expect(AtomicFile.create(folder)).rejects.toThrow(CannotRun);
  });

  test('on a full disk says so and leaves nothing', async () => {
    // The device that is always full.
    if (!existsSync('/dev/full')) return expect(process.platform).not.toBe('linux');
    const path = join(folder, 'out.csv');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('/dev/full', `${path}.${process.pid}.part`);
    const file = await AtomicFile.create(path);
    await file.write('regel\n');
    await expect(file.finish()).rejects.toThrow('the disk is full');
    expect(existsSync(path)).toBe(false);
  });
});

describe('the files to read', () => {
  test('of a folder come in order of name, hidden ones left out, folders opened', async () => {
    mkdirSync(join(folder, 'b'));
    for (const name of ['c.txt', 'a.txt', '.hidden', 'b/x.txt']) writeFileSync(join(folder, name), name);
    const files = await inputFilesOf([folder]);
    expect(files.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      'a.txt',
      join('b', 'x.txt'),
      'c.txt',
    ]);
  });

  test('stop the program when a name does not exist', async () => {
    await expect(inputFilesOf([join(folder, 'export.csv')])).rejects.toThrow('no such file or folder');
  });

  test('stop the program when a folder is empty', async () => {
    await expect(inputFilesOf([folder])).rejects.toThrow(CannotRun);
  });

  test('cannot be written over', async () => {
    const path = join(folder, 'export.csv');
    writeFileSync(path, 'id,text');
    const files = await inputFilesOf([path]);
    await expect(refuseOverwriting(files, join(folder, '.', 'export.csv'))).rejects.toThrow(
      'one of the files to read',
    );
    await refuseOverwriting(files, join(folder, 'other.csv'));
  });
});

describe('the rejects file', () => {
  test('is not made when everything was read', async () => {
    const rejects = new RejectFile(join(folder, 'r.ndjson'));
    expect(await rejects.finish()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('names file, place and reason and keeps what was rejected', async () => {
    const rejects = new RejectFile(join(folder, 'r.ndjson'));
    await rejects.add('export.csv', {
      place: { kind: 'line', line: 7 },
      reason: { kind: 'column-count', expected: 3, found: 2 },
      raw: '7,"half',
      rawTruncated: false,
    });
    const path = await rejects.finish();
    expect(JSON.parse(readFileSync(path ?? '', 'utf8'))).toMatchObject({
      file: 'export.csv',
      place: { kind: 'line', line: 7 },
      reason: 'column-count',
      raw: '7,"half',
    });
  });
});
