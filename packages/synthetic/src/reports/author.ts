// Every radiologist and every ward has its own habits; the same patient is described by several of them.

import type { Random } from '../random.ts';
import type { Phrasebook } from './phrasebook.ts';
import { join, type Piece, say } from './piece.ts';

export interface Author {
  readonly number: number;
  readonly info: string;
  readonly findings: string;
  readonly conclusion: string;
  /** How often a report ends in a conclusion. */
  readonly concludes: number;
  readonly givesInfo: number;
  readonly newline: string;
  readonly sign: string;
}

export function createAuthors(random: Random, book: Phrasebook, count: number): readonly Author[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    info: random.pick(book.labels.info),
    findings: random.pick(book.labels.findings),
    conclusion: random.pick(book.labels.conclusion),
    concludes: random.pick([0.2, 0.6, 0.9, 1]),
    givesInfo: random.pick([0.5, 0.8, 0.95]),
    newline: random.weighted([
      ['\n', 7],
      [' ', 2],
      ['\n\n', 1],
    ]),
    sign: random.pick(book.labels.sign),
  }));
}

/** What a radiologist read, before habits of layout are applied. */
export interface Reading {
  readonly exam: string;
  readonly request: Piece;
  readonly technique?: Piece;
  readonly comparison?: Piece;
  readonly findings: readonly Piece[];
  readonly conclusion?: Piece;
}

export function radiologyReport(random: Random, author: Author, reading: Reading): Piece {
  const heading: Piece = { text: headingOf(random, author, reading.exam), statements: [] };
  const findings = join(reading.findings, ' ');
  const parts: Piece[] = [heading];
  if (random.chance(author.givesInfo)) parts.push(labelled(author.info, reading.request));
  if (reading.technique !== undefined && random.chance(0.8)) parts.push(reading.technique);
  if (reading.comparison !== undefined && random.chance(0.7)) parts.push(reading.comparison);
  parts.push(labelled(author.findings, findings));
  if (reading.conclusion !== undefined && random.chance(author.concludes)) {
    parts.push(labelled(author.conclusion, reading.conclusion));
  }
  if (author.sign !== '' && random.chance(0.4))
    parts.push(say(random, [author.sign], { nr: String(author.number).padStart(2, '0') }));
  return join(author.newline === ' ' ? parts.map(closed) : parts, author.newline);
}

function headingOf(random: Random, author: Author, exam: string): string {
  if (author.newline === ' ') return `${exam}:`;
  return random.chance(0.15) ? exam.toUpperCase() : exam;
}

/** On one line, a part without a full stop would run into the next. */
function closed(piece: Piece): Piece {
  return /[.?:!]$/.test(piece.text) || piece.text === '' ? piece : { ...piece, text: `${piece.text}.` };
}

function labelled(label: string, piece: Piece): Piece {
  return piece.text === '' ? piece : { ...piece, text: `${label}${piece.text}` };
}
