import type { Handlers } from '../services.ts';
import { actionHandlers } from './actionHandlers.ts';
import { lineageHandlers } from './lineageHandlers.ts';
import { ratingHandlers } from './ratingHandlers.ts';

export const actionPlanHandlers: Pick<
  Handlers,
  | 'plan.edit'
  | 'action.add'
  | 'action.edit'
  | 'action.move'
  | 'action.bin'
  | 'action.unbin'
  | 'rating.give'
  | 'lineage.decide'
  | 'lineage.carryForward'
  | 'lineage.join'
  | 'lineage.remove'
> = { ...actionHandlers, ...ratingHandlers, ...lineageHandlers };
