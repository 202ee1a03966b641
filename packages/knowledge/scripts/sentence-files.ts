// knowledge/<folder>/<topic>.sentences.yaml → what each rule, number or part of a model says in Dutch and French. Decision: one without
// both is an error, because everything that decides is shown with its rules and numbers, and a nurse must be able to read them.

import type { DutchAndFrench } from '../src/dutch-and-french.ts';
import { readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Problem } from './problem.ts';
import { toldIn } from './told-in.ts';
import { readYaml } from './yaml-file.ts';

export interface Said {
  readonly id: string;
  readonly topic: string;
  /** In English. */
  readonly text: string;
}

/** By id. */
export function readSentenceFiles(
  knowledgeDir: string,
  folder: 'rules' | 'parameters' | 'models',
  said: readonly Said[],
  problems: Problem[],
): ReadonlyMap<string, DutchAndFrench> {
  const read = new Map<string, DutchAndFrench>();
  const files = new Set(knowledgeFiles(knowledgeDir, folder, '.sentences.yaml'));
  for (const topic of new Set(said.map((each) => each.topic))) {
    const file = `${folder}/${topic}.sentences.yaml`;
    const own = said.filter((each) => each.topic === topic);
    if (files.delete(file)) readTopic(knowledgeDir, file, own, read, problems);
    else problems.push({ file, place: '', message: `is missing: ${own.length} ${folder} have no sentence` });
  }
  for (const file of files) problems.push({ file, place: '', message: `no ${folder} stand beside it` });
  return read;
}

function readTopic(
  knowledgeDir: string,
  file: string,
  said: readonly Said[],
  read: Map<string, DutchAndFrench>,
  problems: Problem[],
): void {
  const yaml = readYaml(knowledgeDir, file, problems);
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return;
  for (const { id, text } of said) {
    const fields = top.has(id) ? top.inside(id) : undefined;
    if (!top.has(id)) top.problem(id, `${id} has no sentence in Dutch and French`);
    const told = fields === undefined ? undefined : toldIn(fields, text);
    if (told !== undefined) read.set(id, told);
  }
  top.done();
}
