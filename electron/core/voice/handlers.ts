import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import type { Voice } from '#shared/model/tables.ts';
import { cellsOf, changeLabel } from '../changeWords.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { blankVoice } from './blankVoice.ts';
import { namingProblem, repliesProblem } from './rules.ts';

export const voiceHandlers: Pick<Handlers, 'voice.add' | 'voice.edit' | 'voice.change' | 'voice.bin' | 'voice.unbin'> =
  {
    'voice.add': ({ fields }, context) => {
      const { id, number } = addVoice(context, fields, 'fields');
      context.label(`Added voice ${number}`);
      return { id, number };
    },
    'voice.edit': ({ id, fields }, context) => {
      const { number } = editVoice(context, id, fields, 'fields');
      context.label(`Edited voice ${number}`);
      return {};
    },
    'voice.change': ({ kind, changes, added }, context) => {
      const edited = changes.map(({ id, fields }, index) => editVoice(context, id, fields, `changes.${index}.fields`));
      const ids = added.map(({ fields }, index) => addVoice(context, fields, `added.${index}.fields`).id);
      const [only] = edited;
      context.label(
        kind === 'write' && only && edited.length === 1
          ? `Edited voice ${only.number}`
          : changeLabel(kind, cellsOf(changes), changes.length, ids.length, {
              one: 'voice entry',
              many: 'voice entries',
            }),
      );
      return { ids };
    },
    'voice.bin': ({ ids }, context) => setBinned(ids, true, context),
    'voice.unbin': ({ ids }, context) => setBinned(ids, false, context),
  };

type VoiceFields = ParsedInput<'voice.edit'>['fields'];

/** `place` leads a refusal to the fields that it is about. */
function addVoice({ rows, ports }: CommandContext, fields: VoiceFields, place: string): Voice {
  // Nothing is ever deleted, only binned, so the next number was never given to anything else that is kept.
  const number = Number(rows.select('SELECT coalesce(max(number), 0) + 1 AS next FROM voice')[0]?.next);
  const voice: Voice = { ...blankVoice, id: ports.newId(), number, ...givenFields(fields) };
  ensureAllowed(voice, place);
  rows.insert('voice', voice);
  return voice;
}

function editVoice({ rows }: CommandContext, id: string, fields: VoiceFields, place: string): Voice {
  const before = rows.get('voice', id);
  const given = givenFields(fields);
  // Consent that is withdrawn takes the name with it, in the same step.
  const withdrawn = given.consent !== undefined && given.consent !== 'named' && given.personName === undefined;
  const changes = withdrawn ? { ...given, personName: '' } : given;
  ensureAllowed({ ...before, ...changes }, place);
  rows.update('voice', id, changes);
  return before;
}

function ensureAllowed(voice: Voice, place: string): void {
  const naming = namingProblem(voice);
  if (naming !== null) throw new Refusal('refused-by-rule', { field: `${place}.personName`, reason: naming });
  const replies = repliesProblem(voice);
  if (replies !== null) throw new Refusal('refused-by-rule', { field: `${place}.replied`, reason: replies });
}

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const entries = ids.map((id) => rows.get('voice', id));
  for (const { id } of entries) rows.update('voice', id, { binned });
  const name = entries.length === 1 ? `voice ${entries[0]?.number}` : `${entries.length} voice entries`;
  label(binned ? `Put ${name} in the bin` : `Took ${name} out of the bin`);
  return {};
}
