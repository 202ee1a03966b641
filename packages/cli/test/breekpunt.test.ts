// The command as a hospital meets it: the real binary on real files, its exit codes, what it writes and
// what it leaves behind.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breekpunt, file, header, inOwnFolder, linesOf, pathOf, rows, today } from './command.ts';

inOwnFolder();

describe('breekpunt', () => {
  test('shows its help, and that of each command, with exit code 0', () => {
    const overview = breekpunt(['--help']);
    expect(overview).toMatchObject({ code: 0, error: '' });
    for (const command of ['screen', 'evaluate', 'explain']) {
      expect(overview.out).toContain(command);
      expect(breekpunt([command, '--help']).out).toContain('Exit codes');
    }
  });

  test('cannot run a command that does not exist, a flag it does not know, or a file that is not there', () => {
    expect(breekpunt(['scren', 'a.csv']).code).toBe(2);
    expect(breekpunt(['screen', 'a.csv', '--speed', '9']).code).toBe(2);
    const missing = breekpunt(['screen', 'a.csv']);
    expect(missing.code).toBe(2);
    expect(missing.error).toContain('Cannot read a.csv: there is no such file');
  });
});

describe('breekpunt screen', () => {
  test('shows who was found, most urgent first, with the sentence, and what it cannot see', () => {
    const run = breekpunt(['screen', file('export.csv', [header, ...rows].join('\n')), ...today]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('2 patiënten gevonden in 3 verslagen');
    expect(run.out).toContain('“Recente heupfractuur links na val.” r1');
    expect(run.out.indexOf('P1')).toBeLessThan(run.out.indexOf('P3'));
    expect(run.out).not.toContain('P2');
    expect(run.out).toContain('Ongeveer de helft van de wervelbreuken staat niet in het verslag');
    expect(readdirSync(pathOf())).toEqual(['export.csv']);
  });

  test('says where those are that it does not show', () => {
    const asked = ['screen', file('export.csv', [header, ...rows].join('\n')), '--top', '1', ...today];
    expect(breekpunt(asked).out).toContain('Nog 1 niet getoond: kies --top 0 of --out bevindingen.html');
    expect(breekpunt([...asked, '--out', 'found.html']).out).toContain('Nog 1 niet getoond: zie found.html');
  });

  test('reports a damaged row with file, place and reason, reads the others, and ends with exit code 1', () => {
    const damaged = [header, rows[0], 'r9;P9;12/03/1948', rows[1]].join('\n');
    const run = breekpunt(['screen', file('export.csv', damaged), '--out', 'found.ndjson', ...today]);
    expect(run.code).toBe(1);
    expect(linesOf('found.ndjson').map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(linesOf('found.ndjson.rejects.ndjson')).toMatchObject([
      { file: 'export.csv', place: { kind: 'line', line: 3 }, raw: expect.stringContaining('r9') },
    ]);
    expect(run.out).toContain('found.ndjson.rejects.ndjson');
    expect(run.out + run.error).not.toContain('r9;P9');
  });

  test('cannot run when no file can be read, and leaves no output', () => {
    const run = breekpunt(['screen', file('empty.csv', ''), '--rejects', 'r.ndjson', ...today]);
    expect(run.code).toBe(2);
    expect(run.error).toContain('empty.csv: the file is empty');
    expect(run.error).toContain('Er is niets gelezen, dus is er geen lijst');
    expect(run.out).toBe('');
    expect(breekpunt(['screen', 'empty.csv', '--out', 'found.html', ...today]).code).toBe(2);
    expect(readdirSync(pathOf()).sort()).toEqual(['empty.csv', 'found.html.rejects.ndjson', 'r.ndjson']);
  });

  test('does not say that nobody has a fracture when every row was refused', () => {
    const run = breekpunt([
      'screen',
      file('export.csv', `${header}\nr1;P1;;;31/02/2026;Heupfractuur.`),
      ...today,
    ]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('Er is geen enkel verslag gelezen');
    expect(run.out).not.toContain('staat geen breuk');
    expect(run.error).toContain('export.csv: line 2: date is not a date');
    expect(run.error + run.out).not.toContain('Heupfractuur');
  });

  test('reads what another program sends it', () => {
    const run = breekpunt(['screen', '-', ...today], [header, ...rows].join('\n'));
    expect(run.code).toBe(0);
    expect(run.out).toContain('2 patiënten gevonden in 3 verslagen');
  });

  test('writes the same rows whether or not somebody looks at the list', () => {
    const input = file('export.csv', [header, ...rows].join('\n'));
    breekpunt(['screen', input, '--out', 'shown.ndjson', ...today]);
    const quiet = breekpunt(['screen', input, '--out', 'quiet.ndjson', '-q', ...today]);
    expect(quiet.out).toContain('3 verslagen gelezen');
    expect(readFileSync(pathOf('quiet.ndjson'))).toEqual(readFileSync(pathOf('shown.ndjson')));
  });

  test('says what to read when nothing is named', () => {
    const run = breekpunt(['screen']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.error).toContain('needs to know what to read: FILE|FOLDER|-');
  });

  test('refuses an output it cannot write, before reading anything', () => {
    const input = file('export.csv', [header, ...rows].join('\n'));
    expect(breekpunt(['screen', input, '--out', 'no/such/found.csv']).code).toBe(2);
    expect(breekpunt(['screen', input, '--out', 'found.pdf']).error).toContain(
      '.ndjson, .csv, .xlsx or .html',
    );
    expect(breekpunt(['screen', input, '--out', 'export.csv']).error).toContain('one of the files to read');
    expect(readFileSync(pathOf(input), 'utf8')).toContain('Recente heupfractuur');
  });

  test('writes a page on which a report can do no harm', () => {
    const input = file('export.csv', [header, ...rows].join('\n'));
    expect(breekpunt(['screen', input, '--out', 'found.html', '--country', 'be', ...today]).code).toBe(0);
    const page = readFileSync(pathOf('found.html'), 'utf8');
    expect(page).toContain('Patiënt P1');
    expect(page).toContain('vrouw, 78 j');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('leeftijd niet bekend');
  });

  test('marks a list of synthetic patients as such', () => {
    const input = file('export.csv', [header, rows[0]?.replace('P1', 'SYN-1')].join('\n'));
    expect(breekpunt(['screen', input, ...today]).out).toContain('geen echte patiënten');
  });

  test('gives the same bytes with one reading thread and with three', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => {
      const [, , ...fields] = rows[index % rows.length]?.split(';') ?? [];
      return [`r${index}`, `P${index >> 1}`, ...fields].join(';');
    });
    const input = file('export.csv', [header, ...many].join('\n'));
    for (const jobs of ['1', '3']) {
      const run = breekpunt([
        'screen',
        input,
        '--jobs',
        jobs,
        '--out',
        `jobs-${jobs}.ndjson`,
        '-q',
        ...today,
      ]);
      expect(run.code).toBe(0);
    }
    const one = readFileSync(pathOf('jobs-1.ndjson'));
    expect(one.equals(readFileSync(pathOf('jobs-3.ndjson')))).toBe(true);
    expect(one.toString().trimEnd().split('\n')).toHaveLength(30_000);
  }, 60_000);
});

describe('breekpunt explain', () => {
  test('marks the cues in words as well as colour, and says why', () => {
    const run = breekpunt(['explain', '-'], 'Recente heupfractuur links. Geen wervelfractuur.');
    expect(run.code).toBe(0);
    expect(run.out).toContain('[=heupfractuur');
    expect(run.out).toContain('[-Geen-]');
    expect(run.out).toMatch(/ontkent: “Geen” \(nl\//u);
    expect(run.out).toContain('taal: Nederlands; uitkomst: Breuk');
    expect(run.out).toContain('breuk, aanwezig, heup, links, recent');
  });

  test('says why a word like fracture was not taken for one', () => {
    const run = breekpunt(['explain', '-'], 'Liesbreuk rechts. FRAX: hoog fractuurrisico.');
    expect(run.code).toBe(0);
    expect(run.out).toContain('uitkomst: Geen breuk die telt');
    const french = breekpunt(['explain', '-', '--language', 'fr', '--ui-lang', 'fr'], 'Fracture L1 ?');
    expect(french.out).toContain('langue : français ; résultat : Pas de fracture');
    expect(french.out).toMatch(/Pas pris pour une fracture\n {2}« Fracture L1 » à 0–11 : est une question/u);
  });
});
