// What each route answers, read from the code of the routes: the handler is followed into every function that gives an Answer, and
// the type of what is handed to json() or created() is taken. Decision: the compiler's own types, so that a route needs no second
// description that could say something else than its code.

import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { type Checker, type Project, SymbolFlags, type Type } from 'typescript/unstable/sync';
import type { Json, TypeSchemas } from './type-schema.ts';

/** By status: the schema of what comes with it; null: nothing, or something else than JSON. */
export type Answers = Readonly<Record<string, Json | null>>;

const builders = new Set(['siteRoute', 'uploadRoute', 'openRoute']);
const answering: Readonly<Record<string, { readonly status: string; readonly isJson: boolean }>> = {
  json: { status: '200', isJson: true },
  created: { status: '201', isJson: true },
  nothing: { status: '204', isJson: false },
  file: { status: '200', isJson: false },
  text: { status: '200', isJson: false },
  page: { status: '200', isJson: false },
  redirect: { status: '303', isJson: false },
};

export function answersOf(
  project: Project,
  schemas: TypeSchemas,
  files: readonly string[],
): Readonly<Record<string, Answers>> {
  const { checker, program } = project;
  const found: Record<string, Answers> = {};
  for (const name of files) {
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`The compiler does not know ${name}`);
    for (const route of routesIn(file)) {
      const { method, url, handle } = route;
      const given = new Map<string, Json[]>();
      follow(handle, checker, project, new Set(), (status, type) => {
        const before = given.get(status) ?? [];
        given.set(status, type === null ? before : [...before, schemas.schemaOf(type)]);
      });
      found[`${method} ${url}`] = Object.fromEntries(
        [...given]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([status, each]) => [status, each.length === 0 ? null : oneOf(each)]),
      );
    }
  }
  return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

interface WrittenRoute {
  readonly method: string;
  readonly url: string;
  readonly handle: Node;
}

/** Those whose method and address are written out. */
function routesIn(file: SourceFile): readonly WrittenRoute[] {
  const routes: WrittenRoute[] = [];
  visitAll(file, (node) => {
    if (!isCallExpression(node) || !isIdentifier(node.expression) || !builders.has(node.expression.text))
      return;
    const [given] = node.arguments;
    if (given === undefined || !isObjectLiteralExpression(given)) return;
    const text = (name: string): string | null => {
      const value = memberOf(given, name);
      return value !== null && isStringLiteral(value) ? value.text : null;
    };
    const method = text('method');
    const url = text('url');
    const handle = memberOf(given, 'handle');
    if (method !== null && url !== null && handle !== null) routes.push({ method, url, handle });
  });
  return routes;
}

function memberOf(object: Node, name: string): Node | null {
  let found: Node | null = null;
  object.forEachChild((member) => {
    if (isPropertyAssignment(member) && isIdentifier(member.name) && member.name.text === name)
      found = member.initializer;
    if (isShorthandPropertyAssignment(member) && isIdentifier(member.name) && member.name.text === name)
      found = member.name;
    if (member.kind === SyntaxKind.MethodDeclaration && 'name' in member) {
      const { name: of } = member as unknown as { readonly name: Node };
      if (isIdentifier(of) && of.text === name) found = member;
    }
    return undefined;
  });
  return found;
}

/** Every call under the node that gives an answer, and under the functions of ours that it calls for one. */
function follow(
  node: Node,
  checker: Checker,
  project: Project,
  seen: Set<string>,
  gives: (status: string, type: Type | null) => void,
): void {
  const step = (one: Node): void => {
    const called = isCallExpression(one) ? one.expression : one === node ? one : null;
    if (called === null || !isIdentifier(called)) return;
    const named = checker.getResolvedSymbol(called) ?? checker.getSymbolAtLocation(called);
    const isImported = named !== undefined && (named.flags & SymbolFlags.Alias) !== 0;
    const symbol = isImported ? checker.getAliasedSymbol(named) : named;
    const declared = symbol?.declarations.map((handle) => handle.resolve(project)).find(Boolean);
    if (symbol === undefined || declared === undefined) return;
    const { fileName } = declared.getSourceFile();
    const answer = fileName.endsWith('/http/answer.ts') ? answering[called.text] : undefined;
    if (answer !== undefined && isCallExpression(one)) {
      const [value] = one.arguments;
      gives(
        answer.status,
        answer.isJson && value !== undefined ? (checker.getTypeAtLocation(value) ?? null) : null,
      );
      return;
    }
    if (fileName.endsWith('/http/answer.ts') && called.text === 'jsonAs' && isCallExpression(one)) {
      const [, status, value] = one.arguments;
      if (status !== undefined && isNumericLiteral(status) && value !== undefined)
        gives(status.text, checker.getTypeAtLocation(value) ?? null);
      return;
    }
    const isOurs = fileName.includes('/packages/server/src/') && !fileName.endsWith('/http/answer.ts');
    const key = `${fileName} ${declared.pos}`;
    if (!isOurs || seen.has(key) || !givesAnswer(declared, checker)) return;
    seen.add(key);
    follow(declared, checker, project, seen, gives);
  };
  step(node);
  visitAll(node, step);
}

function givesAnswer(declared: Node, checker: Checker): boolean {
  const type = checker.getTypeAtLocation(declared);
  if (type === undefined) return false;
  return checker.getSignaturesOfType(type, 0).some((signature) => {
    const returned = checker.getReturnTypeOfSignature(signature);
    return returned !== undefined && /\bAnswer\b/.test(checker.typeToString(returned));
  });
}

function visitAll(node: Node, look: (node: Node) => void): void {
  node.forEachChild((child) => {
    look(child);
    visitAll(child, look);
    return undefined;
  });
}

function oneOf(schemas: readonly Json[]): Json {
  const different = [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()];
  return different.length === 1 ? (different[0] ?? {}) : { anyOf: different };
}
