// A report that comes in by HL7 v2 while a journey goes on, as a radiology system sends it.

import { once } from 'node:events';
import { connect } from 'node:net';

export const mllpHost = '127.0.0.1';

/** An ORU^R01 in its frame; throws when it is not acknowledged. */
export async function sendReport(port: number, today: string, text: string, family: string): Promise<void> {
  const day = today.replaceAll('-', '');
  const number = `J${family.length}${text.length}`;
  const message = [
    `MSH|^~\\&|RIS|SYN|BREEKPUNT|SYN|${day}120000||ORU^R01^ORU_R01|${number}|P|2.5|||||BEL|UNICODE UTF-8`,
    `PID|1||${number}^^^ZIS^PI||${family}^Nieuw||19500505|F`,
    `OBR|1|${number}|${number}|CT^CT wervelkolom|||${day}110000|||||||||||||||${day}113000||CT|F`,
    `OBX|1|TX|CT^Verslag||${text}||||||F`,
    '',
  ].join('\r');
  const socket = connect(port, mllpHost);
  await once(socket, 'connect');
  socket.write(`\x0b${message}\x1c\r`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.end();
  if (!answer.toString().includes('MSA|AA')) throw new Error('The report was not acknowledged');
}
