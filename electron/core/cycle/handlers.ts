import { Refusal } from '#shared/errors.ts';
import { givenFields } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import { proposeExtension } from './calendar.ts';
import { dayInWords, proposeCycle } from './rules.ts';
import { questionSetOf, startCycle } from './startCycle.ts';

export const cycleHandlers: Pick<Handlers, 'cycle.propose' | 'cycle.start' | 'cycle.edit' | 'cycle.extend'> = {
  'cycle.propose': ({ stage, signedOn }, { ports }) =>
    proposeCycle(questionSetOf(ports.resourcesFolder, stage), signedOn),
  'cycle.start': ({ stage, signedOn, dueOn, lastPlanId, questionSet }, context) => {
    const started = startCycle(context, { stage, signedOn, ...givenFields({ dueOn, lastPlanId, questionSet }) });
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
  'cycle.extend': ({ id }, { rows, label }) => {
    const cycle = rows.get('cycle', id);
    ensureUnsigned(rows, { cycleId: id });
    if (cycle.extendedFrom !== null) {
      throw new Refusal('refused-by-rule', {
        reason:
          'This submission has had its extension, and there is only one. The due date can still be written by hand.',
      });
    }
    const dueOn = proposeExtension(rows.get('questionSet', cycle.questionSetId).content, cycle.dueOn);
    rows.update('cycle', id, { dueOn, extendedFrom: cycle.dueOn });
    label(`Extended Stage ${cycle.stage} to ${dayInWords(dueOn)}`);
    return { dueOn };
  },
};
