import { describe, expect, test } from 'vitest';
import { readableText } from './readable-text.ts';
import { wordsIn } from './words-in.ts';

describe('a pasted page as plain text', () => {
  test.each([
    '<p>Stamcellen herstellen&nbsp;kraakbeen.</p><ul><li>Eén</li></ul>',
    'Proth&egrave;se, os &amp; cartilage &#233; &euro; &onbekend;',
    'pijn < 3 en leeftijd <55 jaar, p<0.05 > 2',
    '<!-- iets --><td>a</td><br/>',
    '\u{1f9b4} bot & bot',
  ])('is as long as what was received: %s', (text) => {
    expect(readableText(text)).toHaveLength(text.length);
  });

  test('a tag that ends a line ends it, a cell of a table stays in its row', () => {
    expect(
      readableText('<p>Een.</p>Twee')
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['', 'Een.', 'Twee']);
    expect(readableText('<tr><td>BMAC</td><td>duur</td></tr>').trim()).toMatch(/^\|\s+BMAC\s*\|[\s|]*duur/);
  });

  test('a word with an entity in it is one word, at the place where it was written', () => {
    const text = 'La proth&egrave;se dure';
    const [, word] = wordsIn(readableText(text));
    expect(word?.text).toBe('prothese');
    expect(text.slice(word?.start, word?.end)).toBe('proth&egrave;se');
  });

  test('a space that holds two words together parts them', () => {
    expect(
      wordsIn(readableText('Stamcellen&nbsp;herstellen&#160;kraakbeen')).map(({ text }) => text),
    ).toEqual(['stamcellen', 'herstellen', 'kraakbeen']);
  });

  test('what is no tag stays as it was', () => {
    expect(readableText('pijn <3 na 55 jaar & meer')).toBe('pijn <3 na 55 jaar & meer');
  });
});
