// One label for the report, by the order of precedence that the open corpus states.

import { isVertebral } from '@breekpunt/core';
import type { Finding, Triage } from './finding.ts';

const minorSites = new Set(['skull-face', 'finger', 'toe']);

export function triageOf(findings: readonly Finding[]): Triage {
  const own = findings.filter(
    (finding) => finding.experiencer === 'patient' && finding.kind !== 'device-failure',
  );
  if (own.some((finding) => finding.presence === 'present' && isRecentMajor(finding))) return 'fracture';
  if (own.some((finding) => finding.presence === 'present' && isOldVertebral(finding)))
    return 'prevalent-vertebral';
  const doubted = own.filter((finding) => finding.presence === 'possible');
  return doubted.some((finding) => isRecentMajor(finding) || isOldVertebral(finding)) ? 'possible' : 'none';
}

function isRecentMajor(finding: Finding): boolean {
  return finding.time !== 'old' && !minorSites.has(finding.site);
}

function isOldVertebral(finding: Finding): boolean {
  return finding.time === 'old' && isVertebral(finding.site);
}
