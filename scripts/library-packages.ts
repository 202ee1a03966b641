// The libraries as others install them: compiled to JavaScript with type declarations, each with its README and licence, in a
// folder that `npm pack` or `npm publish` takes. Decision: the workspace itself runs the sources, so this is made only for
// publishing and for the test of the READMEs; Node runs no TypeScript from inside node_modules.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** In the order in which they need each other. */
export const libraries: readonly string[] = ['core', 'knowledge', 'identify', 'investigate', 'intervene'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Makes `folder/NAME` for each library; what the compiler objects to, when it does. */
export function makeLibraryPackages(folder: string): string | null {
  const compiled = join(folder, 'compiled');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify(configFor(compiled)));
  const run = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    encoding: 'utf8',
    cwd: root,
  });
  if (run.status !== 0) return run.stdout + run.stderr;
  for (const name of libraries) {
    const target = join(folder, name);
    cpSync(join(compiled, name, 'src'), join(target, 'dist'), { recursive: true });
    copyData(join(root, 'packages', name, 'src'), join(target, 'dist'));
    writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifestFor(name), null, 2)}\n`);
    copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
    const readme = join(root, 'packages', name, 'README.md');
    if (existsSync(readme)) copyFileSync(readme, join(target, 'README.md'));
  }
  return null;
}

/** Data that the code imports: copied here, whatever the compiler does with it. */
function copyData(source: string, target: string): void {
  for (const path of globSync('**/*.json', { cwd: source })) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    copyFileSync(join(source, path), join(target, path));
  }
}

function configFor(outDir: string) {
  const sources = libraries.map((name) => join(root, 'packages', name, 'src'));
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      incremental: false,
      tsBuildInfoFile: null,
      rootDir: join(root, 'packages'),
      outDir,
      declaration: true,
      allowImportingTsExtensions: false,
      rewriteRelativeImportExtensions: true,
      types: [],
    },
    include: sources,
    exclude: sources.flatMap((source) => [`${source}/**/*.test.ts`, `${source}/**/*fixture*`]),
  };
}

function manifestFor(name: string) {
  const own: Manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  const { version, description, license, exports, dependencies = {} } = own;
  return {
    name: own.name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.10' },
    // What helps the tests of the workspace is no part of a library.
    exports: Object.fromEntries(
      Object.entries(exports)
        .filter(([, source]) => source.startsWith('./src/'))
        .map(([door, source]) => [door, compiled(source)]),
    ),
    files: ['dist'],
    dependencies,
  };
}

/** Where the compiler puts what the workspace takes from its source. */
function compiled(source: string): { readonly types: string; readonly default: string } {
  const stem = source.replace('./src/', './dist/').replace(/\.ts$/, '');
  return { types: `${stem}.d.ts`, default: `${stem}.js` };
}
