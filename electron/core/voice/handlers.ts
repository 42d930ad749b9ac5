import { Refusal } from '#shared/errors.ts';
import type { Voice } from '#shared/model/tables.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { blankVoice } from './blankVoice.ts';
import { namingProblem, repliesProblem } from './rules.ts';

export const voiceHandlers: Pick<Handlers, 'voice.add' | 'voice.edit' | 'voice.bin' | 'voice.unbin'> = {
  'voice.add': ({ fields }, { rows, ports, label }) => {
    // Nothing is ever deleted, only binned, so the next number was never given to anything else that is kept.
    const number = Number(rows.select('SELECT coalesce(max(number), 0) + 1 AS next FROM voice')[0]?.next);
    const voice: Voice = { ...blankVoice, id: ports.newId(), number, ...givenFields(fields) };
    ensureAllowed(voice);
    rows.insert('voice', voice);
    label(`Added voice ${number}`);
    return { id: voice.id, number };
  },
  'voice.edit': ({ id, fields }, { rows, label }) => {
    const before = rows.get('voice', id);
    const given = givenFields(fields);
    // Consent that is withdrawn takes the name with it, in the same step.
    const withdrawn = given.consent !== undefined && given.consent !== 'named' && given.personName === undefined;
    const changes = withdrawn ? { ...given, personName: '' } : given;
    ensureAllowed({ ...before, ...changes });
    rows.update('voice', id, changes);
    label(`Edited voice ${before.number}`);
    return {};
  },
  'voice.bin': ({ ids }, context) => setBinned(ids, true, context),
  'voice.unbin': ({ ids }, context) => setBinned(ids, false, context),
};

function ensureAllowed(voice: Voice): void {
  const naming = namingProblem(voice);
  if (naming !== null) throw new Refusal('refused-by-rule', { field: 'fields.personName', reason: naming });
  const replies = repliesProblem(voice);
  if (replies !== null) throw new Refusal('refused-by-rule', { field: 'fields.replied', reason: replies });
}

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const entries = ids.map((id) => rows.get('voice', id));
  for (const { id } of entries) rows.update('voice', id, { binned });
  const name = entries.length === 1 ? `voice ${entries[0]?.number}` : `${entries.length} voice entries`;
  label(binned ? `Put ${name} in the bin` : `Took ${name} out of the bin`);
  return {};
}
