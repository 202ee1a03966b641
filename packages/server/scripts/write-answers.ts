// Writes src/openapi/generated/answers.json: what each route of /api answers, as JSON Schema, from the types of its code. With
// --check it only says whether the file is out of date.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { answersOf } from './answers/route-answers.ts';
import { typeSchemas } from './answers/type-schema.ts';

const root = join(import.meta.dirname, '../../..');
const target = join(root, 'packages/server/src/openapi/generated/answers.json');

const api = new API({ cwd: root });
try {
  const config = join(root, 'tsconfig.json');
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (project === undefined) throw new Error('The compiler did not open the repository');
  const files = globSync('packages/server/src/**/*routes.ts', { cwd: root })
    .toSorted()
    .map((path) => join(root, path));
  const schemas = typeSchemas(project.checker);
  const routes = answersOf(project, schemas, files);
  const written = `${JSON.stringify({ routes, schemas: schemas.components() }, null, 1)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(target, written);
  else if (readFileSync(target, 'utf8') !== written) {
    console.log('What routes answer is out of date: run npx node packages/server/scripts/write-answers.ts');
    process.exitCode = 1;
  }
} finally {
  api.close();
}
