import { describe, expect, test } from 'vitest';
import { type Ticked, tickedBox } from './tick-boxes.ts';

function answerFor(word: string, text: string): Ticked | null {
  const from = text.indexOf(word);
  return tickedBox(text, from, from + word.length)?.answer ?? null;
}

describe('boxes behind the word', () => {
  test('the box ticked for yes or no answers, wherever it stands to its word', () => {
    expect(answerFor('Fracture', 'Fracture: [ ] yes [x] no')).toBe('no');
    expect(answerFor('Fracture', 'Fracture [x] yes [ ] no, right wrist')).toBe('yes');
    expect(answerFor('Fraktur', 'Fraktur: ja ☐ nein ☒')).toBe('no');
    expect(answerFor('Fractuur', 'Fractuur: ☐ ja ☐ nee')).toBe('unanswered');
  });
  test('a box that no word follows is that of the word before it', () => {
    expect(answerFor('Fraktur', 'Fraktur ☐  Luxation ☒')).toBe('unanswered');
    expect(answerFor('Luxation', 'Fraktur ☐  Luxation ☒')).toBe('yes');
  });
});

describe('boxes before the word', () => {
  test('an empty box says nothing of its item, a ticked one states it', () => {
    expect(answerFor('fractuur', '[ ] fractuur [x] distorsie')).toBe('unanswered');
    expect(answerFor('Fraktur', '■ Fraktur □ Prellung')).toBe('yes');
    expect(answerFor('fracture', '( ) fracture (x) sprain')).toBe('unanswered');
  });
  test('an empty box before a task is no answer', () => {
    expect(answerFor('compression fracture', '[ ] compression fracture repeat films')).toBeNull();
  });
  test('a bracket with a number or remark is no box', () => {
    expect(answerFor('fracture', '(1) fracture of the rib')).toBeNull();
    expect(answerFor('fracture', 'fracture (x3) of the ribs')).toBeNull();
  });
});
