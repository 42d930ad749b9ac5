import { Refusal } from '#shared/errors.ts';
import { givenFields } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import { actionsName, ragWords } from './actionWords.ts';
import { nextRating, type RatingEdit } from './ratingRules.ts';
import { openActions, ratingAsOf } from './repository.ts';

export const ratingHandlers: Pick<Handlers, 'rating.give'> = {
  'rating.give': ({ actionIds, rag, progress, explanation, ratedOn }, { rows, ports, now, label }) => {
    const today = ports.today();
    const day = ratedOn ?? today;
    if (day > today) {
      throw new Refusal('refused-by-rule', { field: 'ratedOn', reason: 'A rating cannot be dated in the future.' });
    }
    const edit: RatingEdit = givenFields({ rag, progress, explanation });
    const actions = openActions(rows, actionIds);
    for (const { id: actionId } of actions) {
      const current = ratingAsOf(rows, actionId, day);
      const next = nextRating(current, day, edit, day === today);
      if (next.kind === 'edit' && current) {
        rows.update('rating', current.id, { ...next.values, ratedAt: now, source: 'review' });
      } else if (next.kind === 'add') {
        rows.insert('rating', {
          id: ports.newId(),
          actionId,
          ratedOn: day,
          ratedAt: now,
          source: 'review',
          ...next.values,
        });
      }
    }
    label(ratingLabel(edit, actionsName(actions)));
    return {};
  },
};

function ratingLabel(edit: RatingEdit, name: string): string {
  if (edit.rag === null) return `Set ${name} to Not yet rated`;
  if (edit.rag !== undefined) return `Rated ${name} ${ragWords[edit.rag]}`;
  return edit.explanation !== undefined ? `Wrote the explanation of ${name}` : `Wrote the progress of ${name}`;
}
