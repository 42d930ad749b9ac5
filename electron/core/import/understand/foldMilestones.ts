import type { GuessedField, PreviewAction } from '#shared/model/importPreview.ts';
import type { Rag } from '#shared/model/words.ts';
import { beginsAsMilestone, type MilestonesFound } from './milestones.ts';
import { withoutBullet } from './plainText.ts';

/** An action as it was read, with its rating and its theme in the words of the file. */
export type ReadAction = { readonly action: PreviewAction; readonly status: string; readonly themeWord: string };

const ragWord: Readonly<Record<Rag, string>> = { red: 'red', amber: 'amber', green: 'green' };

/**
 * Puts each milestone as a line into its action: into the progress where any of them says how it goes, which is told at
 * every review, and otherwise into the wording of the action, since a milestone of a new plan is a part of what is to be
 * done. Nothing that the row says is left out.
 */
export function foldMilestones(
  read: readonly ReadAction[],
  { parentOf, as }: Pick<MilestonesFound, 'parentOf' | 'as'>,
): readonly PreviewAction[] {
  if (as === 'actions') return read.map(({ action }) => action);
  const under = new Map<number, number[]>();
  for (const [at, parent] of parentOf) under.set(parent, [...(under.get(parent) ?? []), at]);
  const tellHow = [...parentOf.keys()].some((at) => {
    const one = read[at];
    return one !== undefined && (one.status !== '' || one.action.rag !== null || one.action.progress !== '');
  });
  const field: GuessedField & ('progress' | 'action') = tellHow ? 'progress' : 'action';
  return read.flatMap(({ action }, at) => {
    if (parentOf.has(at)) return [];
    const milestones = (under.get(at) ?? []).flatMap((index) => read[index] ?? []);
    if (milestones.length === 0) return [action];
    const lines = milestones.map((one) => lineOf(one, action));
    const rows = milestones.map((one) => one.action.source.row);
    const why = [action.reasons[field], `With ${inWords(milestones.length)} from ${rowsInWords(rows)}.`];
    return [
      {
        ...action,
        [field]: [action[field], ...lines].filter((part) => part !== '').join('\n'),
        reasons: { ...action.reasons, [field]: why.filter((part) => part !== undefined).join(' ') },
      },
    ];
  });
}

const inWords = (count: number): string => (count === 1 ? 'a milestone' : `${count} milestones`);
const rowsInWords = (rows: readonly number[]): string =>
  rows.length === 1 ? `row ${rows[0]}` : `rows ${rows[0]} to ${rows.at(-1)}`;

/** `Milestone 1.1a: Book the hall (lead: Estates; due: May 2026; status: Complete)` */
function lineOf({ action: one, status, themeWord }: ReadAction, parent: PreviewAction): string {
  const parts: string[] = [];
  const tell = (label: string, text: string, said = ''): void => {
    if (text !== '' && text !== said) parts.push(`${label}: ${text}`);
  };
  if (one.themes.some((theme) => !parent.themes.includes(theme))) tell('theme', themeWord);
  tell('objective', one.objective, parent.objective);
  tell('lead', one.owner, parent.owner);
  tell('supporting', one.supporting, parent.supporting);
  if (one.startText !== one.dueText) tell('start', one.startText || (one.start ?? ''));
  tell('due', one.dueText || (one.due ?? ''));
  tell('status', status || (one.rag === null ? '' : ragWord[one.rag]));
  tell('progress', one.progress, status);
  if (one.redExplanation !== one.progress) tell('reason', one.redExplanation);
  tell('success measure', one.successMeasure, parent.successMeasure);
  tell('resources', one.resources, parent.resources);
  tell('evidence of impact', one.impactEvidence, parent.impactEvidence);
  for (const { header, text } of one.notes)
    if (!parent.notes.some((note) => note.header === header && note.text === text) && text !== status)
      tell(header, text);
  if (one.hidden && !parent.hidden) parts.push('hidden in the file');
  const words = withoutBullet(one.action).trim();
  const named = beginsAsMilestone(words) ? words : `Milestone${one.ref === '' ? '' : ` ${one.ref}`}: ${words}`;
  const whole = parts.length === 0 ? named : `${named} (${parts.join('; ')})`;
  return whole.replace(/\s*\n\s*/g, ' ');
}
