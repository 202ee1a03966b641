// XML bytes to opening tags, texts and closing tags, for the few parts of a workbook that are read. One decision:
// htmlparser2 in XML mode, which streams and decodes entities; namespace prefixes are cut off, as writers differ in
// them. DTDs and external entities are never followed.

import { Parser } from 'htmlparser2';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

export class XmlStream {
  readonly #parser: Parser;
  readonly #decoder = new TextDecoder();

  constructor(handler: XmlHandler) {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => handler.open(localName(name), attributes),
        ontext: (text) => handler.text(text),
        onclosetag: (name) => handler.close(localName(name)),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  push(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#parser.write(this.#decoder.decode());
    this.#parser.end();
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
