// Where a guide stands. Nothing in it says who it is about, or that it is about a fracture.

/** The path under which all pages of one guide lie; also the reach of its cookie and of what it keeps offline. */
export function guidePath(site: string, code: string): string {
  return `/g/${site}/${code}`;
}
