// Which files to read: the operands, folders opened to their files in order of name, and standard input for
// a dash. A name that does not
// exist stops the program before it begins, because it is most likely mistyped. Hidden files are left out.

import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRun, systemErrorInWords } from './cannot-run.ts';

export interface InputFile {
  readonly path: string;
  /** Infinite when nobody can know before the end. */
  readonly bytes: number;
  /** What another program sends, and no file. */
  readonly standardInput?: true;
}

const standardInput: InputFile = {
  path: 'standard input',
  bytes: Number.POSITIVE_INFINITY,
  standardInput: true,
};

export async function inputFilesOf(operands: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const operand of operands) {
    if (operand === '-') {
      files.push(standardInput);
      continue;
    }
    const about = await statOf(operand);
    if (about.isDirectory()) files.push(...(await filesBelow(operand)));
    else files.push({ path: operand, bytes: about.size });
  }
  if (files.length === 0)
    throw new CannotRun('There is no file to read in the folder. Name a file or another folder.');
  return files;
}

/** Refuses an output that would replace an input. */
export async function refuseOverwriting(inputs: readonly InputFile[], output: string): Promise<void> {
  const place = await realpath(output).catch(() => null);
  if (place === null) return;
  for (const { path, standardInput } of inputs) {
    if (standardInput === true) continue;
    if ((await realpath(path).catch(() => path)) === place) {
      throw new CannotRun(`Cannot write ${output}: it is one of the files to read. Name another file.`);
    }
  }
}

async function filesBelow(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
    throw new CannotRun(systemErrorInWords(thrown, 'read', folder));
  });
  const files: InputFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (entry.isFile() || entry.isSymbolicLink()) {
      const about = await statOf(path);
      if (about.isFile()) files.push({ path, bytes: about.size });
    }
  }
  return files;
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (thrown) {
    throw new CannotRun(systemErrorInWords(thrown, 'read', path));
  }
}
