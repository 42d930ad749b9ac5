import type { Handlers } from '../services.ts';
import { actionHandlers } from './actionHandlers.ts';
import { lineageHandlers } from './lineageHandlers.ts';
import { ownerHandlers } from './ownerHandlers.ts';
import { ratingHandlers } from './ratingHandlers.ts';

export const actionPlanHandlers: Pick<
  Handlers,
  | 'plan.edit'
  | 'action.add'
  | 'action.edit'
  | 'action.change'
  | 'action.move'
  | 'action.bin'
  | 'action.unbin'
  | 'rating.give'
  | 'lineage.decide'
  | 'lineage.carryForward'
  | 'lineage.carryEach'
  | 'lineage.split'
  | 'lineage.join'
  | 'lineage.remove'
  | 'owner.rename'
> = { ...actionHandlers, ...ratingHandlers, ...lineageHandlers, ...ownerHandlers };
