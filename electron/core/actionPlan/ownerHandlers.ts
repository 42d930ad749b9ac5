import { Refusal } from '#shared/errors.ts';
import { ownersOf, ownersStandingAlone, withOwnerRenamed } from '#shared/model/owners.ts';
import type { Handlers } from '../services.ts';
import { isPlanSigned } from '../signOff/signedGuard.ts';

export const ownerHandlers: Pick<Handlers, 'owner.rename'> = {
  'owner.rename': ({ from, to }, { rows, label }) => {
    if (ownersOf(to).length !== 1)
      throw new Refusal('refused-by-rule', {
        field: 'to',
        reason: 'Give one name: a comma, semicolon or stroke would make several of it.',
      });
    const known = ownersStandingAlone(rows.all('action').flatMap(({ lead, supporting }) => [lead, supporting]));
    let renamed = 0;
    for (const plan of rows.all('plan')) {
      const named = rows.all('action', { planId: plan.id }).flatMap(({ id, lead, supporting }) => {
        const fields = {
          lead: withOwnerRenamed(lead, from, to, known),
          supporting: withOwnerRenamed(supporting, from, to, known),
        };
        return fields.lead === lead && fields.supporting === supporting ? [] : [{ id, fields }];
      });
      // A plan that was signed stays as it was signed, and its readers know the old name.
      if (named.length === 0 || isPlanSigned(rows, plan.id)) continue;
      for (const { id, fields } of named) rows.update('action', id, fields);
      renamed += named.length;
    }
    label(`Renamed ${from.trim()} to ${to.trim()}`);
    return { actions: renamed };
  },
};
