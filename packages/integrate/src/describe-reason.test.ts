import { expect, test } from 'vitest';
import { readAll } from '../test/read-all.ts';
import { describePlace, describeRefusal, describeReject } from './describe-reason.ts';

test('a reject reads as a place and a sentence that says what was expected', async () => {
  const { rejects } = await readAll('id,datum,text\n1,31/02/2024,x\n2,x\n', { name: 'a.csv' });
  expect(rejects.map((reject) => `${describePlace(reject.place)}: ${describeReject(reject.reason)}`)).toEqual(
    [
      'line 2: date is not a date; expected YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY, D.M.YYYY or YYYYMMDD',
      'line 3: the row has 2 columns where the header has 3; look for an unquoted delimiter or line break',
    ],
  );
});

test('no sentence repeats what a patient may have written', async () => {
  const secret = 'Jansen-4711';
  const inputs: [string, string][] = [
    ['a.csv', `id,geboortedatum,text\n1,${secret},x\n${secret}\n"${secret},,\n`],
    [
      'a.ndjson',
      `{"id":"1","text":["${secret}"]}\n{"id":"${secret}"}\n${secret}\n{"id":1,"text":"x","date":"${secret}"}\n`,
    ],
    [
      'a.hl7',
      `MSH|^~\\&|A|B|C|D|2024||ORU^R01|1|P|2.5\rPID|1||1||N||${secret}\rOBR|1\rOBX|1|TX|||x||||||F\r`,
    ],
    [
      'a.json',
      `{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","birthDate":"${secret}"}}]}`,
    ],
  ];
  for (const [name, text] of inputs) {
    const { rejects, refusals } = await readAll(text, { name });
    expect(rejects.length).toBeGreaterThan(0);
    const sentences = [
      ...rejects.map((reject) => describePlace(reject.place) + describeReject(reject.reason)),
      ...refusals.map((refusal) => describeRefusal(refusal.reason)),
    ];
    expect(sentences.join('\n')).not.toContain(secret);
  }
});
