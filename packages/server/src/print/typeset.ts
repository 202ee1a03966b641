// Sets a page with Typst inside this process: letters and the paper guide. Decision: the words travel as data, never as Typst
// source, so that nothing a person types can be read as markup; the fonts come along with the program (the one built into
// Typst for letters, Atkinson Hyperlegible for patients), so that every machine gives the same page. Building the compiler
// takes some tens of milliseconds and is done once.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

/** A page that was set and not yet written. */
export interface SetPages {
  readonly pages: number;
  /** Tagged PDF/A-2a. */
  pdf(): Buffer;
}

const fonts = [
  import.meta.resolve(
    '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  ),
  import.meta.resolve('@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf'),
];

let compiler: NodeCompiler | undefined;

function theCompiler(): NodeCompiler {
  // An empty folder: a template reads no file, and could read none.
  compiler ??= NodeCompiler.create({
    workspace: mkdtempSync(join(tmpdir(), 'breekpunt-print-')),
    fontArgs: [{ fontBlobs: fonts.map((address) => readFileSync(new URL(address))) }],
  });
  return compiler;
}

/** The template reads its words as JSON from `sys.inputs.data`. Throws when the template is wrong: that is our mistake. */
export function typeset(template: string, data: unknown): SetPages {
  const own = theCompiler();
  const compiled = own.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (document === null) {
    const told = compiled.takeError();
    throw new Error(`The template of a page is wrong: ${JSON.stringify(told?.shortDiagnostics ?? [])}`);
  }
  return {
    pages: document.numOfPages,
    pdf: () => own.pdf(document, { pdfStandard: PdfStandard.A_2a, pdfTags: true }),
  };
}
