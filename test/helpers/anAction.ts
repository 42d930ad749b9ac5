import { blankAction } from '#core/actionPlan/blankAction.ts';
import type { Action } from '#shared/model/tables.ts';

/** An action with nothing written in it but what is given. */
export const anAction = (given: Partial<Action> & Pick<Action, 'id' | 'planId'>): Action => ({
  ...blankAction,
  position: 1,
  ...given,
});
