import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type QuestionSet, questionSetSchema } from '#shared/model/questionSet.ts';

const loaded = new Map<string, readonly QuestionSet[]>();

/**
 * The question sets of `resources/question-sets`, by stage and, within one, the newest version first. They ship with
 * the application, so they are read once; a file that is not in the form expected is a build fault and throws.
 */
export function loadQuestionSets(resourcesFolder: string): readonly QuestionSet[] {
  const known = loaded.get(resourcesFolder);
  if (known) return known;
  const folder = join(resourcesFolder, 'question-sets');
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => questionSetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .toSorted((one, other) => one.stage - other.stage || newerVersion(one.version, other.version));
  loaded.set(resourcesFolder, sets);
  return sets;
}

/** A version is a year and a number: 2024.10 is newer than 2024.9. */
function newerVersion(one: string, other: string): number {
  const [year = 0, number = 0] = one.split('.').map(Number);
  const [otherYear = 0, otherNumber = 0] = other.split('.').map(Number);
  return otherYear - year || otherNumber - number;
}
