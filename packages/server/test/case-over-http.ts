// A case as people work on it over HTTP: its page, and answers given one after the other. For tests about what the page says
// of what was answered.

import { expect } from 'vitest';
import type { AssessmentPage } from '../src/assessment/assessment-page.ts';
import type { Person, TestServer } from './test-server.ts';

export async function assessmentOf(server: TestServer, as: Person, id: number): Promise<AssessmentPage> {
  const answer = await server.ask('GET', `/api/cases/${id}/assessment`, { as });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Every answer is the first to its question. */
export async function answerAll(
  server: TestServer,
  as: Person,
  id: number,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [field, given] of Object.entries(answers)) {
    const saved = await server.ask('PUT', `/api/cases/${id}/assessment/${field}`, {
      as,
      body: { onVersion: 0, answer: given },
    });
    expect([field, saved.statusCode]).toEqual([field, 200]);
  }
}
