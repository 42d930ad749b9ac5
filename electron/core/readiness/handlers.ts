import type { Handlers } from '../services.ts';
import { loadDraft } from './repository.ts';
import { readinessOf } from './rules.ts';

export const readinessHandlers: Pick<Handlers, 'readiness.list'> = {
  'readiness.list': ({ cycleId }, { rows, ports }) => readinessOf(loadDraft(rows, cycleId, ports.today())),
};
