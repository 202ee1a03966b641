// An evaluation as it is kept in a file: figures by a stable name, the reports that were wrong, and what
// was measured on, so that two files can be compared months later. Patient texts are not kept.

import type { Evaluation, Figures } from './evaluation.ts';
import type { Rate } from './rates.ts';

export interface SavedEvaluation {
  readonly format: 'breekpunt-evaluation-1';
  /** ISO calendar date on which it was measured. */
  readonly date: string;
  readonly gold: { readonly name: string; readonly sha256: string; readonly reports: number };
  /** Every figure by name, e.g. 'overall.detection.sensitivity', 'lang.nl.mentions.f1'. */
  readonly figures: Readonly<Record<string, Rate>>;
  /** Reports whose triage was wrong, and reports with any other error. */
  readonly wrongTriage: readonly string[];
  readonly wrongMentions: readonly string[];
}

export function savedEvaluationFrom(
  evaluation: Evaluation,
  about: { readonly date: string; readonly name: string; readonly sha256: string },
): SavedEvaluation {
  const idsWith = (keep: (what: string) => boolean): string[] => [
    ...new Set(evaluation.errors.filter((error) => keep(error.what)).map((error) => error.report)),
  ];
  const isTriage = (what: string): boolean =>
    what === 'triage' || what === 'report-missed' || what === 'report-false-alarm';
  return {
    format: 'breekpunt-evaluation-1',
    date: about.date,
    gold: { name: about.name, sha256: about.sha256, reports: evaluation.overall.reports },
    figures: {
      languageDetected: evaluation.languageDetected,
      ...named('overall', evaluation.overall),
      ...groupNamed('lang', evaluation.byLanguage),
      ...groupNamed('kind', evaluation.byKind),
    },
    wrongTriage: idsWith(isTriage),
    wrongMentions: idsWith((what) => !isTriage(what)),
  };
}

/** Whether a parsed JSON value is a file this program saved. */
export function isSavedEvaluation(value: unknown): value is SavedEvaluation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'breekpunt-evaluation-1'
  );
}

function groupNamed(prefix: string, groups: Readonly<Record<string, Figures>>): Record<string, Rate> {
  return Object.assign(
    {},
    ...Object.entries(groups).map(([key, figures]) => named(`${prefix}.${key}`, figures)),
  ) as Record<string, Rate>;
}

function named(prefix: string, figures: Figures): Record<string, Rate> {
  const { detection, mentions } = figures;
  return {
    [`${prefix}.detection.sensitivity`]: detection.sensitivity,
    [`${prefix}.detection.ppv`]: detection.ppv,
    ...(detection.specificity === null ? {} : { [`${prefix}.detection.specificity`]: detection.specificity }),
    [`${prefix}.detection.f1`]: detection.f1,
    [`${prefix}.triage.exact`]: figures.exactTriage,
    [`${prefix}.mentions.sensitivity`]: mentions.sensitivity,
    [`${prefix}.mentions.ppv`]: mentions.ppv,
    [`${prefix}.mentions.f1`]: mentions.f1,
    ...Object.fromEntries(
      Object.entries(figures.attributes).map(([name, value]) => [`${prefix}.attributes.${name}`, value]),
    ),
  };
}
