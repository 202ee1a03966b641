// Where something that is missing can be filled in.

const sections: Readonly<Record<string, string>> = {
  assessment: 'visit',
  scan: 'density',
  'scan-wanted': 'density',
  'spine-image': 'density',
  'labs-complete': 'blood',
  'falls-assessment': 'falls',
  'fall-risk': 'falls',
  'lifestyle-asked': 'risk',
};

/** Questions of the assessment lead to their part of it; what a call or a dose tells leads to the case, where the call sheet is. */
export function fillAddress(id: number, what: string): string {
  const section = sections[what];
  if (section !== undefined) return `/cases/${id}/assessment#section-${section}`;
  return what === 'medicine-recommended' || what === 'medicine-or-referral'
    ? `/cases/${id}/assessment`
    : `/cases/${id}`;
}
