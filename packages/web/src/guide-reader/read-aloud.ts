// Reads the page aloud, sentence by sentence, the sentence marked. Decision: a pause on Android ends the voice for good, so
// pausing is stopping, and going on begins at the sentence where it stopped. Without a voice in the page's language there is
// no button.

const words: Readonly<Record<string, readonly [start: string, stop: string]>> = {
  nl: ['Lees voor', 'Stop met lezen'],
  fr: ['Lire à voix haute', 'Arrêter la lecture'],
  en: ['Read aloud', 'Stop reading'],
};

export function readAloud(): void {
  if (!('speechSynthesis' in window)) return;
  const language = document.documentElement.lang;
  const voice = (): SpeechSynthesisVoice | undefined =>
    speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
  const offer = (): void => {
    const found = voice();
    if (found !== undefined && document.querySelector('[data-read]') === null) addButton(language, found);
  };
  offer();
  // Voices come later on most telephones.
  speechSynthesis.addEventListener?.('voiceschanged', offer);
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

function addButton(language: string, voice: SpeechSynthesisVoice): void {
  const heading = document.querySelector('main h1');
  const [start, stop] = words[language] ?? ['', ''];
  if (heading === null || start === '') return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.setAttribute('data-read', '');
  button.textContent = start;
  heading.after(button);
  const sentences = sentencesIn(document.querySelector('main'));
  let at = 0;
  let speaking = false;
  const speak = (): void => {
    for (const { place } of sentences) place.classList.remove('reading');
    while (sentences[at] !== undefined && !isShown(sentences[at]?.place)) at += 1;
    const sentence = sentences[at];
    if (!speaking || sentence === undefined) {
      if (sentence === undefined) at = 0;
      speaking = false;
      button.textContent = start;
      return;
    }
    sentence.place.classList.add('reading');
    const said = new SpeechSynthesisUtterance(sentence.text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.onend = () => {
      if (!speaking) return;
      at += 1;
      speak();
    };
    said.onerror = () => {
      speaking = false;
      speak();
    };
    speechSynthesis.speak(said);
  };
  button.addEventListener('click', () => {
    speaking = !speaking;
    button.textContent = speaking ? stop : start;
    if (speaking) speak();
    else {
      speechSynthesis.cancel();
      speak();
    }
  });
}

/** A question of a decision aid that is not open is not read. */
function isShown(place: Element | undefined): boolean {
  return place !== undefined && place.getClientRects().length > 0;
}

interface Sentence {
  readonly place: Element;
  readonly text: string;
}

/** What a reader would read: headings, paragraphs and items in order, each in its sentences. */
function sentencesIn(main: Element | null): readonly Sentence[] {
  const places =
    main === null ? [] : [...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, legend, figcaption')];
  return places
    .filter((place) => place.querySelector('p, li') === null && place.closest('[hidden], .source') === null)
    .flatMap((place) => {
      const text = (place.textContent ?? '').replace(/\s+/g, ' ').trim();
      return (text.match(/[^.!?]+[.!?]*/g) ?? []).map((sentence) => ({ place, text: sentence.trim() }));
    })
    .filter(({ text }) => text !== '');
}
