import { givenFields } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import { proposeCycle } from './rules.ts';
import { questionSetOf, startCycle } from './startCycle.ts';

export const cycleHandlers: Pick<Handlers, 'cycle.propose' | 'cycle.start' | 'cycle.edit'> = {
  'cycle.propose': ({ stage, signedOn }, { ports }) =>
    proposeCycle(questionSetOf(ports.resourcesFolder, stage), signedOn),
  'cycle.start': ({ stage, signedOn, dueOn, lastPlanId }, context) => {
    const started = startCycle(context, { stage, signedOn, ...givenFields({ dueOn, lastPlanId }) });
    context.label(`Started Stage ${stage}`);
    return started;
  },
  'cycle.edit': ({ id, fields }, { rows, label }) => {
    const { stage } = rows.get('cycle', id);
    ensureUnsigned(rows, { cycleId: id });
    rows.update('cycle', id, givenFields(fields));
    label(
      fields.brief
        ? `Wrote the brief of Stage ${stage}`
        : fields.dueOn || fields.extendedFrom
          ? `Changed the due date of Stage ${stage}`
          : `Edited Stage ${stage}`,
    );
    return {};
  },
};
