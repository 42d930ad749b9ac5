import type { ImportPreview, MatchKind, PreviewAction } from '#shared/model/importPreview.ts';

/** What the person has decided of one action of the preview. */
export interface Choice {
  readonly ticked: boolean;
  /** The action of the plan that it changes, or null for a new one. */
  readonly actionId: string | null;
}

export type Choices = ReadonlyMap<string, Choice>;

const kindOf = (action: PreviewAction): MatchKind => action.match?.kind ?? 'new';

/**
 * What is ticked beforehand: exact matches, and new actions. A likely match (extended, narrowed, related) is proposed
 * and left to the person, and so is an action from a hidden sheet.
 */
export function firstChoices(preview: ImportPreview): Choices {
  return new Map(
    preview.actions.map((action) => {
      const kind = kindOf(action);
      const hiddenSheet = preview.tables[action.source.table]?.hiddenSheet ?? false;
      const ticked = (kind === 'identical' || kind === 'new') && !hiddenSheet;
      return [action.key, { ticked, actionId: action.match?.id ?? null }];
    }),
  );
}

/** Keeps what was decided for the actions that a corrected preview still has. */
export function keptChoices(before: Choices, preview: ImportPreview): Choices {
  return new Map([...firstChoices(preview)].map(([key, choice]) => [key, before.get(key) ?? choice]));
}

/** What goes to `import.apply`. */
export const chosen = (choices: Choices): { readonly key: string; readonly actionId: string | null }[] =>
  [...choices].filter(([, choice]) => choice.ticked).map(([key, { actionId }]) => ({ key, actionId }));

export const matchWords: Readonly<Record<MatchKind, string>> = {
  identical: 'In the plan, same words',
  extended: 'Likely: extended',
  narrowed: 'Likely: narrowed',
  related: 'Perhaps related',
  new: 'New',
};
