import { Refusal } from '#shared/errors.ts';
import { givenFields } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import { actionsName, ragWords } from './actionWords.ts';
import { giveRating } from './giveRating.ts';
import type { RatingEdit } from './ratingRules.ts';
import { openActions } from './repository.ts';

export const ratingHandlers: Pick<Handlers, 'rating.give'> = {
  'rating.give': ({ actionIds, rag, progress, explanation, ratedOn }, context) => {
    const { rows, ports, label } = context;
    if (ratedOn !== undefined && ratedOn > ports.today()) {
      throw new Refusal('refused-by-rule', { field: 'ratedOn', reason: 'A rating cannot be dated in the future.' });
    }
    const edit: RatingEdit = givenFields({ rag, progress, explanation });
    const actions = openActions(rows, actionIds, 'review');
    for (const { id } of actions) giveRating(context, id, edit, ratedOn);
    label(ratingLabel(edit, actionsName(actions)));
    return {};
  },
};

export function ratingLabel(edit: RatingEdit, name: string): string {
  if (edit.rag === null) return `Set ${name} to Not yet rated`;
  if (edit.rag !== undefined) return `Rated ${name} ${ragWords[edit.rag]}`;
  return edit.explanation !== undefined ? `Wrote the explanation of ${name}` : `Wrote the progress of ${name}`;
}
