// From merged mentions to findings: what the report as a whole adds (section, injury, energy), what a bare
// vertebral shape needs before it counts, and the frozen result.

import { isVertebral } from '@breekpunt/core';
import type { Finding, FindingFlag, FractureTime } from './finding.ts';
import { findingFlags } from './finding.ts';
import { precisionOf } from './reading/bone-parts.ts';
import type { Mention } from './reading/mention.ts';
import { flagsOf, type Group } from './reading/merge.ts';
import type { ReportFacts } from './reading/report-facts.ts';
import { type TimeBounds, timeOfAge } from './reading/timing.ts';

export function findingOf(group: Group, text: string, facts: ReportFacts, bounds: TimeBounds): Finding {
  const lead = group.lead;
  const flags = flagsOf(group);
  const evidence = group.mentions.flatMap((mention) => mention.evidence);
  const time = timeOf(group, facts, bounds, evidence);
  addEnergy(flags, group, time, facts, evidence);
  const spans = group.mentions
    .map(({ start, end }) => ({ start, end }))
    .filter((span) => span.start !== lead.start || span.end !== lead.end);
  return {
    kind: kindOf(group),
    start: lead.start,
    end: lead.end,
    text: text.slice(lead.start, lead.end),
    site: preciseSite(group),
    side: first(group, lead, (mention) => mention.side),
    levels:
      lead.levels.length > 0
        ? lead.levels
        : (first(group, lead, (mention) => (mention.levels.length > 0 ? mention.levels : null)) ?? []),
    presence: group.presence,
    absentScope: group.presence === 'absent' ? (lead.absentScope ?? 'any') : null,
    experiencer: lead.experiencer,
    time,
    flags: findingFlags.filter((flag) => flags.has(flag)),
    genant: first(group, lead, (mention) => mention.genant),
    heightLossPercent: first(group, lead, (mention) => mention.heightLossPercent),
    displaced:
      first(group, lead, (mention) => (mention.displaced === 'not-recorded' ? null : mention.displaced)) ??
      'not-recorded',
    section: lead.section,
    year: first(group, lead, (mention) => mention.year),
    mentions: spans,
    conflict: group.conflict,
    evidence,
  };
}

function first<T>(group: Group, lead: Mention, pick: (mention: Mention) => T | null): T | null {
  const own = pick(lead);
  if (own !== null) return own;
  for (const mention of group.mentions) {
    const value = pick(mention);
    if (value !== null) return value;
  }
  return null;
}

function kindOf(group: Group): Finding['kind'] {
  const kinds = group.mentions.map((mention) => mention.kind);
  if (kinds.includes('non-union')) return 'non-union';
  if (kinds.includes('fracture')) return 'fracture';
  return group.lead.kind;
}

/** The most precise name any mention gives the bone; the lead's own wins a tie. */
function preciseSite(group: Group): Finding['site'] {
  let best = group.lead.site;
  for (const mention of group.mentions)
    if (mention.presence !== 'absent' && precisionOf(mention.site) > precisionOf(best)) best = mention.site;
  return best;
}

type EvidenceList = Mention['evidence'];

function timeOf(group: Group, facts: ReportFacts, bounds: TimeBounds, evidence: EvidenceList): FractureTime {
  const { lead } = group;
  if (group.presence === 'absent') return lead.time;
  if (lead.experiencer !== 'patient') return lead.timeStated && lead.time === 'acute' ? 'acute' : 'old';
  const stated = group.mentions.filter((mention) => mention.timeStated && mention.presence !== 'absent');
  const dated =
    stated.find((mention) => mention.time !== 'undetermined' && mention.section === 'conclusion') ??
    stated.find((mention) => mention.time !== 'undetermined');
  if (dated !== undefined) return dated.time;
  if (stated.length > 0) return 'undetermined';
  if (lead.section === 'history' || flagsOf(group).has('healed')) return 'old';
  if (group.mentions.every((mention) => mention.kind === 'treated-fracture')) return 'old';
  if (facts.injury !== null) {
    evidence.push({
      rule: facts.injury.rule,
      role: 'injury',
      start: facts.injury.start,
      end: facts.injury.end,
    });
    return facts.injury.days === null ? 'acute' : timeOfAge(facts.injury.days, bounds);
  }
  if (facts.treatedNow !== null && !isVertebral(lead.site)) {
    evidence.push({
      rule: facts.treatedNow.rule,
      role: 'treated-now',
      start: facts.treatedNow.start,
      end: facts.treatedNow.end,
    });
    return 'acute';
  }
  return 'undetermined';
}

const ownMechanism: readonly FindingFlag[] = ['stress', 'insufficiency', 'atypical-femur', 'pathological'];

/** The energy of the injury belongs to fractures of that injury: the patient's own, and not old. */
function addEnergy(
  flags: Set<FindingFlag>,
  group: Group,
  time: FractureTime,
  facts: ReportFacts,
  evidence: EvidenceList,
): void {
  const { lead } = group;
  if (group.presence === 'absent' || lead.experiencer !== 'patient') {
    for (const flag of [...flags]) if (flag !== 'periprosthetic') flags.delete(flag);
    return;
  }
  if (ownMechanism.some((flag) => flags.has(flag))) {
    flags.delete('low-energy');
    return;
  }
  if (flags.has('high-energy')) flags.delete('low-energy');
  if (facts.energy === null || flags.has('low-energy') || flags.has('high-energy')) return;
  if (time === 'old' || lead.year !== null) return;
  if (time === 'undetermined' && facts.injury === null) return;
  flags.add(facts.energy.flag);
  evidence.push({
    rule: facts.energy.rule,
    role: facts.energy.flag,
    start: facts.energy.start,
    end: facts.energy.end,
  });
}
