import { Refusal } from '#shared/errors.ts';
import type { Handlers } from '../services.ts';
import { loadDraft } from './repository.ts';
import { readinessOf } from './rules.ts';

export const readinessHandlers: Pick<Handlers, 'readiness.list' | 'readiness.dismiss' | 'readiness.restore'> = {
  'readiness.list': ({ cycleId }, { rows, ports }) => readinessOf(loadDraft(rows, cycleId, ports.today())),
  'readiness.dismiss': ({ cycleId, findings, reason }, { rows, ports, label }) => {
    if (reason.trim() === '')
      throw new Refusal('refused-by-rule', { field: 'reason', reason: 'Say why it can stay as it is.' });
    const asked = readinessOf(loadDraft(rows, cycleId, ports.today())).filter(({ weight }) => weight === 'must');
    for (const { rule, target } of findings) {
      if (asked.some((item) => item.rule === rule && item.target === target))
        throw new Refusal('refused-by-rule', {
          field: 'findings',
          reason: 'The submission asks for this, so it cannot be set aside.',
        });
      const [same] = rows.all('dismissal', { rule, target });
      if (same) rows.update('dismissal', same.id, { reason, dismissedOn: ports.today() });
      else rows.insert('dismissal', { id: ports.newId(), rule, target, reason, dismissedOn: ports.today() });
    }
    label(findings.length === 1 ? 'Set a finding aside' : `Set ${findings.length} findings aside`);
    return {};
  },
  'readiness.restore': ({ id }, { rows, label }) => {
    rows.get('dismissal', id);
    rows.remove('dismissal', id);
    label('Counted a finding again');
    return {};
  },
};
