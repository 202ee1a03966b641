// What one file does that its room forbids. Pure: files and manifests come in as text, so every rule is
// itself tested on small files that must fail.

import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Import, importsOf, lineOf } from './imports.ts';
import { type Room, rooms } from './rooms.ts';
import { readSourceText } from './source-text.ts';

export interface SourceFile {
  /** From the repository's root, with forward slashes: packages/core/src/answer.ts */
  readonly path: string;
  readonly text: string;
}

/** The part of a package.json that says what may be imported, and by which names others import it. */
export interface Manifest {
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Text a person can act on: where, what, and what to do instead. */
export type Violation = string;

interface Place {
  readonly room: Room;
  readonly folder: string;
  /** Tests, scripts and benchmarks read files and clocks; they never run inside the product. */
  readonly isProduct: boolean;
  readonly manifest: Manifest;
  readonly manifests: Readonly<Record<string, Manifest>>;
}

const scope = '@breekpunt/';
const builtins = new Set(builtinModules);

const impure: readonly (readonly [RegExp, string])[] = [
  [/(?<![.\w$])process(?![\w$]|\s*[:(])/g, 'process: take what you need as an argument'],
  [/(?<![.\w$])Date\s*\.\s*now\b/g, 'Date.now: take today or now as an argument'],
  [/(?<![.\w$])new\s+Date\s*(?:\(\s*\)|(?![\w$\s(.]))/g, 'new Date(): take today as an argument'],
  [/(?<![.\w$])(?<!new\s+)Date\s*\(/g, 'Date(): take today as an argument'],
  [/(?<![.\w$])Temporal\s*\.\s*Now\b/g, 'Temporal.Now: take today as an argument'],
  [/(?<![.\w$])performance\s*\./g, 'performance: a pure package has no clock'],
  [/(?<![.\w$])Math\s*\.\s*random\b/g, 'Math.random: take random numbers as an argument'],
  [/(?<![.\w$])crypto\s*\./g, 'crypto: random values and hashing stay in the server'],
  [/(?<![.\w$])fetch\s*\(/g, 'fetch: a pure package has no network'],
  [/(?<![.\w$])set(?:Timeout|Interval|Immediate)\s*\(/g, 'timers: a pure package does not wait'],
  [/(?<![.\w$])console\s*\./g, 'console: return what there is to say'],
];

export function violationsOf(file: SourceFile, manifests: Readonly<Record<string, Manifest>>): Violation[] {
  const [, folder = ''] = file.path.split('/');
  const room = rooms.find(({ name }) => name === folder);
  const manifest = manifests[folder];
  if (room === undefined || manifest === undefined)
    return [`${file.path}: packages/${folder} is not a room; add it to tests/layers/rooms.ts on purpose`];

  const place: Place = { room, folder, isProduct: isProductCode(file.path), manifest, manifests };
  const source = readSourceText(file.text);
  const found = importsOf(source).flatMap((one) =>
    importProblems(one, file.path, place).map((problem) => `${file.path}:${one.line} ${problem}`),
  );
  if (!room.pure || !place.isProduct) return found;
  const impurities = impure.flatMap(([pattern, advice]) =>
    [...source.code.matchAll(pattern)].map(
      ({ index }) => `${file.path}:${lineOf(source.code, index)} ${folder} is pure, but uses ${advice}`,
    ),
  );
  return [...found, ...impurities];
}

/** What a file beside the packages does wrong: it may use every package, but only by name and surface. */
export function outsideViolations(file: SourceFile): Violation[] {
  return importsOf(readSourceText(file.text)).flatMap(({ specifier = '', line }) => {
    const target = posix.join(posix.dirname(file.path), specifier);
    const byPath = specifier.startsWith('.') && target.startsWith('packages/');
    const deep = specifier.startsWith(scope) && specifier.split('/').length > 2;
    return byPath || deep
      ? [`${file.path}:${line} reaches into a package by ${specifier}; import its name`]
      : [];
  });
}

function isProductCode(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !/^packages\/[^/]+\/(?:scripts|test|bench)\//.test(path);
}

function importProblems(one: Import, path: string, place: Place): string[] {
  const { specifier } = one;
  if (specifier === undefined)
    return place.room.pure && place.isProduct ? ['imports a module whose name is computed'] : [];
  if (specifier.startsWith('.')) return relativeProblems(specifier, path, place);
  if (specifier.startsWith('/') || specifier.startsWith('file:'))
    return [`imports the absolute path ${specifier}`];
  if (specifier.startsWith(scope)) return workspaceProblems(specifier.slice(scope.length), one, place);
  if (specifier.startsWith('node:') || builtins.has(specifier))
    return place.room.pure && place.isProduct
      ? [`${place.folder} is pure, but imports ${specifier}; reading and writing stay in server and cli`]
      : [];
  return externalProblems(specifier, place);
}

function relativeProblems(specifier: string, path: string, { folder }: Place): string[] {
  const target = posix.join(posix.dirname(path), specifier);
  return target.startsWith(`packages/${folder}/`)
    ? []
    : [`leaves its package by ${specifier}; import another package by its name`];
}

function workspaceProblems(
  target: string,
  one: Import,
  { room, isProduct, manifest, manifests }: Place,
): string[] {
  const [name = '', ...deep] = target.split('/');
  const problems: string[] = [];
  // A package may show parts of its surface under names of their own, so that one part comes without the rest.
  if (deep.length > 0 && manifests[name]?.exports?.[`./${deep.join('/')}`] === undefined)
    problems.push(`reaches into ${scope}${target}; import ${scope}${name}, its public surface`);
  if (name === room.name) return isProduct ? [...problems, 'imports its own package by name'] : problems;
  const asType = one.typeOnly && room.mayImportTypesOf.includes(name);
  if (!room.mayImport.includes(name) && !asType)
    problems.push(
      room.mayImportTypesOf.includes(name)
        ? `imports ${scope}${name}, of which ${room.name} may import types only`
        : `imports ${scope}${name}, which stands to the right of ${room.name}`,
    );
  if (!declares(manifest, `${scope}${name}`, isProduct))
    problems.push(`imports ${scope}${name}, which its package.json does not declare`);
  return problems;
}

/** Tests and scripts may use the tools of the repository's root; the product only what it declares. */
function externalProblems(specifier: string, { isProduct, manifest, folder }: Place): string[] {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
  if (!isProduct || declares(manifest, name, isProduct)) return [];
  return [`imports ${name}, which packages/${folder}/package.json does not declare`];
}

function declares(manifest: Manifest, name: string, isProduct: boolean): boolean {
  const lists = [manifest.dependencies, manifest.peerDependencies, isProduct ? {} : manifest.devDependencies];
  return lists.some((list) => list?.[name] !== undefined);
}

/** What a package.json itself promises wrongly: a workspace dependency that points to the right. */
export function manifestViolations(folder: string, manifest: Manifest): Violation[] {
  const room = rooms.find(({ name }) => name === folder);
  if (room === undefined)
    return [`packages/${folder} is not a room; add it to tests/layers/rooms.ts on purpose`];
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies })
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length))
    .filter((name) => !room.mayImport.includes(name) && !room.mayImportTypesOf.includes(name))
    .map((name) => `packages/${folder}/package.json depends on ${scope}${name}, which stands to its right`);
}
