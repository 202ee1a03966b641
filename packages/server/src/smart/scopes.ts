// Scopes of systems that fetch records by themselves, as SMART writes them: system/Observation.read (version 1) or
// system/Observation.rs (version 2). Decision: only reading is given out; a scope that asks to write is refused where it is
// registered, so that no token can ever hold one.

const form = /^system\/(\*|[A-Z][A-Za-z]{2,63})\.(read|rs)$/;

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

/** Both ways of writing mean the same here: whoever may read a type may search it. */
function covers(known: string, asked: string): boolean {
  const [, wide] = form.exec(known) ?? [];
  const [, narrow] = form.exec(asked) ?? [];
  return wide !== undefined && narrow !== undefined && (wide === '*' || wide === narrow);
}
