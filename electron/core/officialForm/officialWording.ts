import type { Cycle, OfficialPrompt } from '#shared/model/tables.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

export interface OfficialWording {
  readonly prompt: string;
  readonly guidance: readonly string[];
}

/**
 * How the official form words each question of the cycle, by the question's key: of what was confirmed, the prompts
 * that are answered by the whole answer. Labels of facts and boxes are no wording of the question.
 */
export function officialWordings(rows: TableAccess, cycle: Pick<Cycle, 'id'>): ReadonlyMap<string, OfficialWording> {
  const [form] = rows.all('officialForm', { cycleId: cycle.id });
  if (!form) return new Map();
  return wordingsOf(rows.all('officialPrompt', { formId: form.id }, ['position']));
}

export function wordingsOf(prompts: readonly OfficialPrompt[]): ReadonlyMap<string, OfficialWording> {
  const wordings = new Map<string, OfficialWording>();
  for (const { questionKey, part, place, confirmed, text, guidance } of prompts) {
    if (!confirmed || questionKey === null || part !== null || place === 'tick') continue;
    const before = wordings.get(questionKey);
    wordings.set(questionKey, {
      prompt: before === undefined ? text : `${before.prompt}\n${text}`,
      guidance: [...(before?.guidance ?? []), ...guidance],
    });
  }
  return wordings;
}
