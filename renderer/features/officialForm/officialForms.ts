import { useMemo } from 'react';
import type { OfficialForm, OfficialPrompt } from '#shared/model/tables.ts';
import type { Rows } from '../../stores/workspace.ts';
import { useWorkspace } from '../../stores/workspace.ts';

export const officialFormOf = (rows: Pick<Rows, 'officialForm'>, cycleId: string | undefined): OfficialForm | null =>
  [...rows.officialForm.values()].find((form) => form.cycleId === cycleId) ?? null;

export function promptsOf(rows: Pick<Rows, 'officialPrompt'>, formId: string | undefined): readonly OfficialPrompt[] {
  return [...rows.officialPrompt.values()]
    .filter((prompt) => prompt.formId === formId)
    .toSorted((one, other) => one.position - other.position);
}

export interface Wording {
  readonly prompts: readonly string[];
  readonly guidance: readonly string[];
}

/** The official wording of a question, of what was confirmed; null where the form has none for it. */
export function wordingOf(prompts: readonly OfficialPrompt[], questionKey: string): Wording | null {
  const own = prompts.filter(
    (prompt) =>
      prompt.confirmed && prompt.questionKey === questionKey && prompt.part === null && prompt.place !== 'tick',
  );
  if (own.length === 0) return null;
  return { prompts: own.map(({ text }) => text), guidance: own.flatMap(({ guidance }) => guidance) };
}

export function useOfficialForm(cycleId: string | undefined): OfficialForm | null {
  const officialForm = useWorkspace((state) => state.rows.officialForm);
  return useMemo(() => officialFormOf({ officialForm }, cycleId), [officialForm, cycleId]);
}

export function useOfficialPrompts(formId: string | undefined): readonly OfficialPrompt[] {
  const officialPrompt = useWorkspace((state) => state.rows.officialPrompt);
  return useMemo(() => promptsOf({ officialPrompt }, formId), [officialPrompt, formId]);
}

export function useOfficialWording(cycleId: string | undefined, questionKey: string): Wording | null {
  const form = useOfficialForm(cycleId);
  const prompts = useOfficialPrompts(form?.id);
  return useMemo(() => wordingOf(prompts, questionKey), [prompts, questionKey]);
}
