// Invented messages and Bundles for the intake benchmark, the same at every run: a radiology report of about a thousand
// characters, and a patient's record of a hundred resources in the mix that public synthetic records have.

const calm =
  'Klinische inlichtingen: val in de woning, pijn aan de linkerheup. Techniek: opname van het bekken en de linkerheup in ' +
  'twee richtingen. Bevindingen: normale stand van de heupgewrichten. Lichte coxartrose beiderzijds met beginnende ' +
  'osteofyten. Geen afwijkingen van de sacro-iliacale gewrichten. Vaatverkalkingen in het kleine bekken. Weke delen zonder ' +
  'bijzonderheden. ';
const conclusion = 'Besluit: geen fractuur zichtbaar.';
const hip = 'Besluit: verplaatste pertrochantere femurfractuur links.';

/** One ORU R01 of a patient of its own. */
export function syntheticMessage(number: number, fractured: boolean): string {
  return [
    `MSH|^~\\&|RIS|HOSP|FLS|HOSP|20261121093000||ORU^R01^ORU_R01|B${number}|P|2.5||||||UNICODE UTF-8`,
    `PID|1||M${number}^^^HOSP^PI||NAAM${number}^VOORNAAM||19440506|F`,
    `OBR|1||O${number}|RXB^RX bekken|||202611191015||||||||||||||||||F`,
    `OBX|1|TX|RXB^RX bekken||${calm}${calm}||||||F`,
    `OBX|2|TX|RXB^RX bekken||${fractured ? hip : conclusion}||||||F`,
    '',
  ].join('\r');
}

export function syntheticBundle(number: number): unknown {
  const id = `p${number}`;
  const subject = { reference: `urn:uuid:${id}` };
  const day = (n: number): string =>
    `2026-${String(1 + (n % 10)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const resources: Record<string, unknown>[] = [
    {
      resourceType: 'Patient',
      id,
      identifier: [{ system: 'urn:bench', value: `F${number}` }],
      name: [{ family: `Naam${number}`, given: ['Voornaam'] }],
      birthDate: '1944-05-06',
      gender: 'female',
    },
  ];
  const add = (count: number, make: (n: number) => Record<string, unknown>): void => {
    for (let n = 0; n < count; n++) resources.push({ id: `${id}-${resources.length}`, subject, ...make(n) });
  };
  add(46, (n) => ({
    resourceType: 'Observation',
    status: 'final',
    code: {
      coding: [{ system: 'http://loinc.org', code: ['1989-3', '2160-0', '17861-6', '38263-0'][n % 4] }],
      text: `bepaling ${n % 4}`,
    },
    effectiveDateTime: `${day(n)}T08:00:00+01:00`,
    valueQuantity: { value: n % 4 === 3 ? -2.1 : 40 + n, unit: n % 4 === 3 ? '1' : 'nmol/L' },
  }));
  add(18, (n) => ({
    resourceType: 'Encounter',
    status: 'finished',
    class: { code: 'AMB' },
    type: [{ text: 'raadpleging' }],
    period: { start: day(n), end: day(n) },
  }));
  add(14, (n) => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: 'onderzoek' },
    performedDateTime: day(n),
  }));
  add(8, (n) => ({
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://snomed.info/sct', code: n === 0 ? '359817006' : '38341003' }] },
    onsetDateTime: day(n),
  }));
  add(8, (n) => ({
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: { text: 'RX bekken' },
    effectiveDateTime: day(n),
    presentedForm: [
      {
        contentType: 'text/plain',
        data: Buffer.from(`${calm}${calm}${n === 0 ? hip : conclusion}`).toString('base64'),
      },
    ],
  }));
  add(5, (n) => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'colecalciferol' },
    authoredOn: day(n),
  }));
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({
      fullUrl: `urn:uuid:${String(resource['id'])}`,
      resource,
      request: { method: 'POST', url: String(resource['resourceType']) },
    })),
  };
}
