import { expect, test } from 'vitest';
import { shownQuestions } from './call-questions.ts';

const sheet = {
  questions: ['started', 'still-taking', 'side-effects', 'fall', 'questions'],
  afterStart: ['still-taking', 'side-effects'],
} as const;

test('who never began is not asked how it goes', () => {
  expect(shownQuestions(sheet, [], 'no')).toEqual(['started', 'fall', 'questions']);
});

test('as long as nobody said so, all of it is asked', () => {
  expect(shownQuestions(sheet, [], 'not-recorded')).toEqual(sheet.questions);
});

test('what the patient settled does not stand between the questions that are left', () => {
  expect(shownQuestions(sheet, ['started', 'still-taking', 'side-effects'], 'yes')).toEqual([
    'fall',
    'questions',
  ]);
});
