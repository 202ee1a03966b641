// Reads a leaflet or a clinic's page and finds the claims of the register in it. Deterministic, without network or memory.
// Decision: it is honest about its limits: sentences that claim something of a treatment which the register does not hold are
// given back as not checked, and a text without findings is not thereby true.

import type { Claim, ClaimLanguage, ClaimPattern, ClaimRegister } from '@breekpunt/knowledge';
import { claimLanguages } from '@breekpunt/knowledge';
import { claimView, type Mention, type ReadSentence } from './claim-view.ts';
import { type ConceptWords, conceptWords } from './concept-words.ts';
import { danglingReferences, type Stretch } from './dangling-references.ts';
import { matchPattern } from './match-pattern.ts';
import { readableText } from './readable-text.ts';
import { sentencesIn } from './sentences-in.ts';
import { textLanguage } from './text-language.ts';
import { wordsIn } from './words-in.ts';

export interface FoundClaim {
  /** C9 */
  readonly claim: string;
  /** The sentence, as offsets into the text as received. */
  readonly start: number;
  readonly end: number;
  /** The words that decided it. */
  readonly because: readonly (Stretch & { readonly concept: string })[];
}

export interface ClaimCheck {
  /** Null: none of the three that the register knows; then nothing was looked for. */
  readonly language: ClaimLanguage | null;
  /** In the order of the text; a sentence may hold several. */
  readonly found: readonly FoundClaim[];
  /** Sentences that say what a treatment does and that no claim of the register covers. */
  readonly notChecked: readonly Stretch[];
  /** Sentences that name a treatment in which nothing that is said of it was recognised: it may be a claim in words unknown here. */
  readonly notRecognised: readonly Stretch[];
  readonly sentences: number;
}

export type ClaimChecker = (text: string, language?: ClaimLanguage) => ClaimCheck;

/** "Hoe werkt het", "Behandeling met ...": the heading of an explanation. */
const asksOrTells =
  /^\W*(?:hoe|wat|wanneer|waarom|welke?|wie|waar|over|comment|quand|pourquoi|quel\w*|que|qu|how|what|when|why|which|who|about)\b/iu;

export function createClaimChecker({ claims, concepts }: ClaimRegister): ClaimChecker {
  const vocabulary = Object.fromEntries(
    claimLanguages.map((language) => [language, conceptWords(concepts, language)]),
  ) as Record<ClaimLanguage, ConceptWords>;
  return (received, given) => {
    const text = readableText(received);
    const words = wordsIn(text);
    const language = given ?? textLanguage(words, vocabulary);
    if (language === null)
      return { language, found: [], notChecked: [], notRecognised: [], sentences: sentencesIn(text).length };
    const sentences = claimView(text, words, concepts, vocabulary[language], language);
    const found = claims.flatMap((claim) => findClaim(claim, text, sentences));
    found.sort((a, b) => a.start - b.start || a.end - b.end || compareIds(a.claim, b.claim));
    const open = sentences.filter((one) => !one.question && !isCovered(one, found));
    const notChecked = open.filter((one) => !one.heading && speaksOfTreatment(one) && saysEffect(one));
    const notRecognised = open.filter((one) => !one.heading && namesTreatment(one) && !saysEffect(one));
    return {
      language,
      found,
      notChecked: notChecked.map(placeOf),
      notRecognised: notRecognised.map(placeOf),
      sentences: sentences.length,
    };
  };
}

function findClaim(claim: Claim, text: string, sentences: readonly ReadSentence[]): FoundClaim[] {
  const found: FoundClaim[] = [];
  for (const pattern of claim.patterns) {
    if (pattern.scope === 'references')
      found.push(...danglingReferences(text).map((place) => ({ claim: claim.id, ...place, because: [] })));
    for (const [at, sentence] of sentences.entries()) {
      if (sentence.heading && pattern.scope !== 'text' && !isSlogan(sentence, pattern, text)) continue;
      // A question claims nothing by itself; with what follows it may ("Bent u kortademig? Bel uw huisarts.").
      if (sentence.question && pattern.scope === 'sentence') continue;
      if (found.some(({ start }) => start === sentence.start)) continue;
      if (!claim.anyway && isDoubted(sentences, at)) continue;
      const met = matchPattern(pattern, sentences, at);
      if (met === undefined || pattern.all.length === 0) continue;
      found.push({
        claim: claim.id,
        start: sentence.start,
        end: sentence.end,
        because: met.map(({ concept, start, end }) => ({ concept: concept.id, start, end })),
      });
      if (pattern.scope === 'text') break;
    }
  }
  return found;
}

/** The sentence itself says that it is not known, or the next one takes it back. */
function isDoubted(sentences: readonly ReadSentence[], at: number): boolean {
  const [here, next] = [sentences[at], sentences[at + 1]];
  return names(here, 'unproven') || (next?.section === here?.section && names(next, 'refuted'));
}

/** A heading names a subject; one that says the whole of a claim by itself ("Stamcellen herstellen uw kraakbeen") claims it. */
function isSlogan(sentence: ReadSentence, { scope }: ClaimPattern, text: string): boolean {
  return (
    scope === 'sentence' && sentence.words > 3 && !asksOrTells.test(text.slice(sentence.start, sentence.end))
  );
}

function isCovered({ start, end }: ReadSentence, found: readonly FoundClaim[]): boolean {
  return found.some((claim) => claim.start < end && claim.end > start);
}

function speaksOfTreatment({ mentions, carried }: ReadSentence): boolean {
  return [...mentions, ...carried].some(isTreatment);
}

function namesTreatment({ mentions }: ReadSentence): boolean {
  return mentions.some(isTreatment);
}

function isTreatment({ concept }: Mention): boolean {
  return concept.kind === 'treatment' || concept.kind === 'generic';
}

function saysEffect({ mentions }: ReadSentence): boolean {
  return mentions.some(({ concept }) => concept.kind === 'effect');
}

function placeOf({ start, end }: ReadSentence): Stretch {
  return { start, end };
}

function names(sentence: ReadSentence | undefined, concept: string): boolean {
  return sentence?.mentions.some((mention) => mention.concept.id === concept) ?? false;
}

function compareIds(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}
