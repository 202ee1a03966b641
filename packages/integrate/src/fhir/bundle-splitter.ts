// The JSON text of a Bundle to the text of its entries, one at a time. One decision: braces and strings are followed
// by hand and each entry goes to JSON.parse by itself, so a Bundle of any size needs the memory of its largest
// entry, at nearly the speed of the engine's own parser. It does not judge an entry's JSON.

import { keptBeginning } from '../text/line-splitter.ts';

export interface BundleHandler {
  entry(json: string, index: number): void;
  tooLarge(beginning: string, index: number): void;
}

/** What is left when the entries are taken out, and whether the text was complete. */
export interface BundleRest {
  /** The top-level object with an empty entry list; all of it when the resource is no Bundle. */
  readonly json: string;
  /** An entry that was open when the text ended. */
  readonly unfinishedEntry: string | undefined;
  readonly complete: boolean;
  readonly tooLarge: boolean;
}

const sign = { quote: 34, backslash: 92, open: 123, close: 125, openList: 91, closeList: 93 } as const;

export class BundleSplitter {
  readonly #limit: number;
  readonly #handler: BundleHandler;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last complete string at depth 1: the key before a value. */
  #key = '';
  #keyParts = '';
  #inEntries = false;
  #entryParts: string[] = [];
  #entryLength = 0;
  #capturing = false;
  /** After an entry, before the next one or the end of the list. */
  #between = false;
  #index = 0;
  #rest: string[] = [];
  #restLength = 0;
  #restTooLarge = false;
  #closed = false;

  constructor(limit: number, handler: BundleHandler) {
    this.#limit = limit;
    this.#handler = handler;
  }

  push(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === sign.backslash) this.#escaped = true;
        else if (unit === sign.quote) this.#endString();
        else if (this.#depth === 1 && this.#keyParts.length < 32) this.#keyParts += text[i];
        continue;
      }
      switch (unit) {
        case sign.quote:
          this.#inString = true;
          this.#keyParts = '';
          break;
        case sign.open:
        case sign.openList:
          from = this.#opened(text, from, i, unit);
          break;
        case sign.close:
        case sign.closeList:
          from = this.#closedAt(text, from, i);
          break;
      }
    }
    this.#keep(text.slice(from));
  }

  end(): BundleRest {
    const unfinishedEntry = this.#capturing ? this.#entryParts.join('').slice(0, keptBeginning) : undefined;
    return {
      json: this.#rest.join(''),
      unfinishedEntry,
      complete: this.#closed,
      tooLarge: this.#restTooLarge,
    };
  }

  #endString(): void {
    this.#inString = false;
    if (this.#depth === 1) this.#key = this.#keyParts;
  }

  #opened(text: string, from: number, at: number, unit: number): number {
    this.#depth++;
    if (this.#depth === 2 && unit === sign.openList && this.#key === 'entry') {
      this.#inEntries = true;
    } else if (this.#depth === 3 && this.#inEntries && unit === sign.open) {
      this.#keep(text.slice(from, at));
      this.#between = false;
      this.#capturing = true;
      this.#entryParts = [];
      this.#entryLength = 0;
      return at;
    }
    return from;
  }

  #closedAt(text: string, from: number, at: number): number {
    this.#depth--;
    if (this.#capturing && this.#depth === 2) {
      this.#keep(text.slice(from, at + 1));
      this.#finishEntry();
      return at + 1;
    }
    if (this.#depth === 1 && this.#inEntries) {
      this.#keep(text.slice(from, at));
      this.#inEntries = false;
      this.#between = false;
      return at;
    }
    if (this.#depth === 0) this.#closed = true;
    return from;
  }

  #finishEntry(): void {
    this.#capturing = false;
    this.#between = true;
    const json = this.#entryParts.join('');
    this.#index++;
    if (this.#entryLength > this.#limit) this.#handler.tooLarge(json.slice(0, keptBeginning), this.#index);
    else this.#handler.entry(json, this.#index);
    this.#entryParts = [];
  }

  /** Text of the entry being read, or of the Bundle around the entries; the commas between entries go. */
  #keep(text: string): void {
    if (text === '') return;
    if (this.#capturing) {
      const over = this.#entryLength > this.#limit;
      this.#entryLength += text.length;
      if (!over) this.#entryParts.push(text);
      return;
    }
    const kept = this.#between ? text.replace(/[,\s]+/g, '') : text;
    this.#restLength += kept.length;
    if (this.#restLength > this.#limit) this.#restTooLarge = true;
    else this.#rest.push(kept);
  }
}
