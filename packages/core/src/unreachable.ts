// The end of every switch: adding a case without handling it is a compile error here,
// and a value that types promised away is a loud failure rather than a reassuring default.

export function unreachable(value: never): never {
  throw new Error(`Unhandled case of type ${typeof value}: the types promised it could not occur`);
}
