// HL7 v2 messages of an invented hospital, one maker for each trigger. They are all of one morning: who takes them is to live on that
// day, or a fracture of theirs is one of years ago.

/** When the messages are sent that do not say otherwise. */
export const morningOfMessages: Date = new Date('2026-11-21T09:30:00Z');

interface Common {
  readonly control: string;
  /** The patient's number at the hospital. */
  readonly patient: string;
  readonly sentAt?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sender?: string;
  /** MSH-15 and MSH-16. */
  readonly wants?: readonly [string, string];
  readonly charset?: string;
  /** A further repetition of PID-3. */
  readonly also?: string;
  /** PID-13. */
  readonly phone?: string;
}

function header(
  type: string,
  { control, sentAt = '20261121093000', sender = 'RIS', wants = ['', ''], charset = '' }: Common,
): string {
  return `MSH|^~\\&|${sender}|HOSP|FLS|HOSP|${sentAt}||${type}|${control}|P|2.5|||${wants[0]}|${wants[1]}||${charset}`;
}

function pid({ patient, name = 'PEETERS^MARIA', born = '19440506', also, phone = '' }: Common): string {
  const further = also === undefined ? '' : `~${also}`;
  return `PID|1||${patient}^^^HOSP^PI${further}||${name}||${born}|F|||Kerkstraat 1^^Gent^^9000^BE||${phone}||NL`;
}

const message = (...segments: string[]): string => `${segments.join('\r')}\r`;

interface ReportOf extends Common {
  readonly order?: string;
  readonly text: string;
  /** OBR-25. */
  readonly status?: string;
  readonly on?: string;
}

export function oru(of: ReportOf): string {
  const { order = `ORD-${of.control}`, text, status = 'F', on = '20261120' } = of;
  return message(
    header('ORU^R01^ORU_R01', of),
    pid(of),
    `OBR|1||${order}|RXB^RX bekken|||${on}1015||||||||||||||||||${status}`,
    ...text
      .split('\n')
      .map((line, index) => `OBX|${index + 1}|TX|RXB^RX bekken||${line}||||||${status === 'X' ? 'X' : 'F'}`),
  );
}

export function mdm(of: ReportOf): string {
  const { order = `DOC-${of.control}`, text, on = '20261120' } = of;
  const data = Buffer.from(text, 'utf8').toString('base64');
  return message(
    header('MDM^T02^MDM_T02', of),
    `EVN|T02|${on}1015`,
    pid(of),
    'PV1|1|I',
    `TXA|1|OP^Ontslagbrief|TX|${on}1015||||||||${order}|||||AU`,
    `OBX|1|ED|OP^Ontslagbrief||^text^plain^Base64^${data}||||||F`,
  );
}

export function adt(
  trigger: string,
  of: Common & { readonly died?: string; readonly codes?: readonly string[] },
): string {
  const death = of.died === undefined ? '' : `|||||||||||||||${of.died}|Y`;
  return message(
    header(`ADT^${trigger}^ADT_A01`, of),
    `EVN|${trigger}|20261121093000`,
    `${pid(of)}${death === '' ? '' : `|${death.slice(2)}`}`,
    'PV1|1|I|SPOED',
    ...(of.codes ?? []).map((code, index) => `DG1|${index + 1}||${code}^^I10|||F`),
  );
}

export function merge(of: Common & { readonly retired: string }): string {
  return message(
    header('ADT^A40^ADT_A39', of),
    'EVN|A40|20261121093000',
    pid(of),
    `MRG|${of.retired}^^^HOSP^PI`,
  );
}

export function siu(
  trigger: string,
  of: Common & {
    readonly appointment: string;
    readonly at?: string;
    /** SCH-25. */
    readonly filler?: string;
  },
): string {
  return message(
    header(`SIU^${trigger}^SIU_S12`, of),
    `SCH|${of.appointment}|${of.appointment}|||||FLS^Raadpleging FLS||30|min|^^30^${of.at ?? '20261201143000'}||||||||||||||${of.filler ?? ''}`,
    pid(of),
    'RGS|1',
    'AIL|1||POLI^^^Polikliniek botgezondheid',
  );
}

/** Lines of the examination: an OBX from its second field on, or an NTE with its remark. */
export function densitometry(of: Common, lines: readonly string[]): string {
  let numbers = 0;
  return message(
    header('ORU^R01^ORU_R01', of),
    pid(of),
    `OBR|1||DXA-${of.control}|DXA^Botdensitometrie|||202611031015||||||||||||||||||F`,
    ...lines.map((line) => {
      if (line.startsWith('NTE|')) return `NTE|1||${line.slice(4)}`;
      numbers += 1;
      return `OBX|${numbers}|${line}`;
    }),
  );
}
