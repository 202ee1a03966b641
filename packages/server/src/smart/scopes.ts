// Scopes of systems that fetch records by themselves, as SMART writes them: system/Observation.read (version 1) or
// system/Observation.rs (version 2). Decision: only reading is given out; a scope that asks to write is refused where it is
// registered, so that no token can ever hold one.

const form = /^system\/(\*|[A-Z][A-Za-z]{2,63})\.(read|rs|r|s)$/;

export function isSystemScope(text: string): boolean {
  return form.test(text);
}

/** What was asked for and is registered; null when anything was asked for that is not. */
export function grantedScopes(
  asked: readonly string[],
  registered: readonly string[],
): readonly string[] | null {
  return asked.length > 0 && asked.every((scope) => registered.some((known) => covers(known, scope)))
    ? asked
    : null;
}

interface Scope {
  readonly type: string;
  readonly may: ReadonlySet<string>;
}

function covers(known: string, asked: string): boolean {
  const [wide, narrow] = [parsed(known), parsed(asked)];
  if (wide === null || narrow === null) return false;
  if (wide.type !== '*' && wide.type !== narrow.type) return false;
  return [...narrow.may].every((each) => wide.may.has(each));
}

/** Whether a token with these scopes may read or search resources of a type. */
export function scopesAllow(scopes: readonly string[], type: string, what: 'read' | 'search'): boolean {
  return scopes.some((text) => {
    const scope = parsed(text);
    return scope !== null && (scope.type === '*' || scope.type === type) && scope.may.has(what);
  });
}

function parsed(text: string): Scope | null {
  const [, type, may] = form.exec(text) ?? [];
  if (type === undefined || may === undefined) return null;
  const both = may === 'read' || may === 'rs';
  return { type, may: new Set(both ? ['read', 'search'] : [may === 'r' ? 'read' : 'search']) };
}
