// The check of home and aids on the page itself: each answer shows or hides what it asks for, also without a connection.
// Decision: whether an advice fits is decided by the line the server decides by (fitsHome of inform).

import { fitsHome } from '@breekpunt/inform';

type Answers = Record<string, 'yes' | 'no' | 'not-recorded'>;

export function homeCheck(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-home]');
  if (form === null) return;
  form.addEventListener('change', () => show(answersIn(form)));
}

function answersIn(form: HTMLFormElement): Answers {
  const answers: Answers = {};
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    answers[field.name] = answers[field.name] ?? 'not-recorded';
    if (field.checked && (field.value === 'yes' || field.value === 'no')) answers[field.name] = field.value;
  }
  return answers;
}

function show(answers: Answers): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-because]'))
    line.hidden = fitsHome(becauseOf(line.dataset['because'] ?? ''), answers) !== 'yes';
  const open = document.querySelector<HTMLElement>('[data-home-open]');
  if (open !== null) open.hidden = !Object.values(answers).includes('not-recorded');
}

/** "stands=no dizzy=yes", as the server wrote it. */
function becauseOf(written: string): Record<string, 'yes' | 'no'> {
  const because: Record<string, 'yes' | 'no'> = {};
  for (const need of written.split(' ')) {
    const [question, answer] = need.split('=');
    if (question !== undefined && (answer === 'yes' || answer === 'no')) because[question] = answer;
  }
  return because;
}
