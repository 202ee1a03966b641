// Sites in the few groups a nurse filters by. Every site falls in one; what has no group of its own is
// 'rest', never hidden.

import type { FractureSite } from '@breekpunt/core';

export const siteGroups = ['hip', 'vertebra', 'wrist', 'humerus', 'pelvis', 'rest'] as const;

export type SiteGroup = (typeof siteGroups)[number];

export function siteGroupOf(site: FractureSite): SiteGroup {
  const region = site.split('.')[0];
  return siteGroups.find((group) => group === region) ?? 'rest';
}
