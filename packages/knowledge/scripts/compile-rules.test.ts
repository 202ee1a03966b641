import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileRules } from './compile-rules.ts';

const rules = `# Case finding

Prose for the reader; **bold words** are prose too.

**CF1** A recent fracture at 50 or older opens a case. [read-guideline, p. 4] {status: confirmed}
- **CF2** A finger fracture does not. [read-guideline, p. 5; heard-of, table 2] {status: draft}
**CF3** An old sentence. [read-guideline, p. 6] {status: confirmed, retired: 2026-12-01, replaced-by: CF2}
`;

const cases = `
cases:
  - name: a woman of 78 with a broken hip
    rules: [CF1]
    on: 2026-11-21
    given: {age: 78, site: hip.femoral-neck}
    expect: {outcome: eligible}
  - name: a broken finger
    rules: [CF1, CF2]
    on: 2026-11-21
    given: {age: 78, site: finger}
    expect: {outcome: not-eligible}
`;

const sentences = `
CF1: {nl: "Een recente breuk vanaf 50 opent een dossier.", fr: "Une fracture récente dès 50 ans ouvre un dossier."}
CF2: {nl: "Een gebroken vinger niet.", fr: "Un doigt cassé, non."}
CF3: {nl: "Een oude zin.", fr: "Une ancienne phrase."}
`;

function withRules(
  files: { rules?: string; cases?: string; sentences?: string; more?: Record<string, string> } = {},
): string[] {
  return printed(
    compileRules(
      temporaryKnowledge({
        'rules/case-finding.md': files.rules ?? rules,
        'rules/case-finding.cases.yaml': files.cases ?? cases,
        'rules/case-finding.sentences.yaml': files.sentences ?? sentences,
        ...files.more,
      }),
    ),
  );
}

describe('rules', () => {
  test('sentences become rules with citations, status and retirement', () => {
    const folder = temporaryKnowledge({
      'rules/case-finding.md': rules,
      'rules/case-finding.cases.yaml': cases,
      'rules/case-finding.sentences.yaml': sentences,
    });
    const { problems, files } = compileRules(folder);
    expect(problems).toEqual([]);
    expect(files['rules.json']).toEqual([
      {
        id: 'CF1',
        topic: 'case-finding',
        text: 'A recent fracture at 50 or older opens a case.',
        sentences: {
          nl: 'Een recente breuk vanaf 50 opent een dossier.',
          fr: 'Une fracture récente dès 50 ans ouvre un dossier.',
        },
        citations: [{ id: 'read-guideline', where: 'p. 4' }],
        status: 'confirmed',
      },
      {
        id: 'CF2',
        topic: 'case-finding',
        text: 'A finger fracture does not.',
        sentences: { nl: 'Een gebroken vinger niet.', fr: 'Un doigt cassé, non.' },
        citations: [
          { id: 'read-guideline', where: 'p. 5' },
          { id: 'heard-of', where: 'table 2' },
        ],
        status: 'draft',
      },
      expect.objectContaining({ id: 'CF3', retired: '2026-12-01', replacedBy: 'CF2' }),
    ]);
    expect(files['rule-cases.json']).toMatchObject([
      { topic: 'case-finding', rules: ['CF1'], on: '2026-11-21', expect: { outcome: 'eligible' } },
      { topic: 'case-finding', rules: ['CF1', 'CF2'] },
    ]);
  });

  test('a rule citing a source that is not listed is refused, with its line', () => {
    expect(withRules({ rules: rules.replace('[read-guideline, p. 4]', '[nowhere, p. 4]') })).toEqual([
      'rules/case-finding.md, line 5 (CF1): source "nowhere" is not in sources.yaml; add it there or correct the id',
    ]);
  });

  test('a rule resting on an unconfirmed source must be a draft', () => {
    expect(withRules({ rules: rules.replace('{status: draft}', '{status: confirmed}') })).toEqual([
      expect.stringContaining('line 6 (CF2): source "heard-of" is not confirmed'),
    ]);
  });

  test('a rule without a case is found; a retired one needs none', () => {
    expect(withRules({ cases: cases.replace('[CF1, CF2]', '[CF1]') })).toEqual([
      'rules/case-finding.md, line 6 (CF2): no case shows it; add one to rules/case-finding.cases.yaml',
    ]);
  });

  test('a case naming a rule that does not exist is found', () => {
    expect(withRules({ cases: cases.replace('[CF1]', '[CF1, CF9]') })).toEqual([
      'rules/case-finding.cases.yaml, line 4 (cases[0].rules): rule "CF9" does not exist',
    ]);
  });

  test('two rules with one id are found, in one file or in two', () => {
    expect(withRules({ rules: rules.replace('**CF2**', '**CF1**') })).toContainEqual(
      expect.stringContaining('rule CF1 stands already in rules/case-finding.md, line 5 (CF1)'),
    );
    const more = {
      'rules/other.md': '**CF1** Again. [read-guideline, p. 1] {status: draft}\n',
      'rules/other.sentences.yaml': 'CF1: {nl: Opnieuw., fr: Encore.}\n',
    };
    expect(withRules({ more })).toEqual([
      expect.stringContaining('rules/other.md, line 1 (CF1): rule CF1 stands already'),
      expect.stringContaining('rules beginning with CF belong to rules/case-finding.md'),
    ]);
  });

  test('a rule cannot be removed: the gap in the numbers shows it', () => {
    const without = rules.replace(/^- \*\*CF2.*\n/m, '').replace(', replaced-by: CF2', '');
    const kept = sentences.replace(/^CF2.*\n/m, '');
    expect(
      withRules({ rules: without, cases: cases.replace('[CF1, CF2]', '[CF1]'), sentences: kept }),
    ).toEqual([expect.stringContaining('CF2 is missing: a rule is never removed')]);
  });

  test.each([
    ['without citation', ' [read-guideline, p. 4]', '', 'expected one line of the form'],
    [
      'citing no place',
      '[read-guideline, p. 4]',
      '[read-guideline]',
      'expected a citation "source-id, place"',
    ],
    ['without status', '{status: confirmed}', '{}', 'expected {status: draft}'],
    [
      'with an unknown status',
      '{status: confirmed}',
      '{status: sure}',
      'cannot read the mark "status: sure"',
    ],
    ['broken over two lines', 'opens a case.', 'opens\na case.', 'expected one line of the form'],
    ['retired on no day', 'retired: 2026-12-01', 'retired: soon', 'cannot read the mark "retired: soon"'],
    ['replaced but not retired', 'retired: 2026-12-01, ', '', 'needs the day from which it is retired'],
    [
      'replaced by nothing',
      'replaced-by: CF2',
      'replaced-by: CF8',
      'CF8, which should replace it, does not exist',
    ],
  ])('a rule %s is refused', (_what, from, to, message) => {
    expect(withRules({ rules: rules.replace(from, to) })).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    ['without answer', '    expect: {outcome: eligible}\n', '', '"expect" is missing'],
    ['on no day', 'on: 2026-11-21', 'on: today', 'expected an existing day'],
    ['showing no rule', 'rules: [CF1]\n', 'rules: []\n', 'expected at least one existing rule'],
    ['named as another', 'name: a broken finger', 'name: a woman of 78 with a broken hip', 'the same name'],
  ])('a case %s is refused', (_what, from, to, message) => {
    expect(withRules({ cases: cases.replace(from, to) })).toContainEqual(expect.stringContaining(message));
  });

  test('a rule without its sentence in Dutch and French is found, and one without French', () => {
    expect(withRules({ sentences: sentences.replace(/^CF2.*\n/m, '') })).toEqual([
      expect.stringContaining('CF2 has no sentence in Dutch and French'),
    ]);
    expect(withRules({ sentences: sentences.replace(', fr: "Un doigt cassé, non."', '') })).toEqual([
      expect.stringContaining('"fr" is missing'),
    ]);
    expect(withRules({ sentences: `${sentences}CF9: {nl: Niets., fr: Rien.}\n` })).toEqual([
      expect.stringContaining('unknown key "CF9"'),
    ]);
  });

  test.each([
    ['in English', 'Een gebroken vinger niet.', 'A finger fracture does not.', 'is the English sentence'],
    ['with another limit', 'vanaf 50', 'vanaf 55', 'numbers 55, where the English sentence has 50'],
    ['without its limit', 'vanaf 50 opent', 'opent', 'numbers none, where the English sentence has 50'],
    ['with a hyphen for a minus', 'Een oude zin', 'Een oude zin -2,5', 'write −'],
    ['with a decimal point', 'Een oude zin', 'Een oude zin 2.5', 'write a comma'],
    ['with a straight apostrophe', 'Een oude zin', "Een oude foto's zin", 'write ’'],
    ['that does not end', 'Een oude zin.', 'Een oude zin', 'ends without a full stop'],
  ])('a sentence %s is refused', (_what, from, to, message) => {
    expect(withRules({ sentences: sentences.replace(from, to) })).toContainEqual(
      expect.stringContaining(message),
    );
  });
});
