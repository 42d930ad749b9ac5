import type { Voice } from '#shared/model/tables.ts';
import { cellsOf, changeLabel } from '../changeWords.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { addVoice, ensureAllowed, type VoiceFields } from './addVoice.ts';

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

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const entries = ids.map((id) => rows.get('voice', id));
  for (const { id } of entries) rows.update('voice', id, { binned });
  const name = entries.length === 1 ? `voice ${entries[0]?.number}` : `${entries.length} voice entries`;
  label(binned ? `Put ${name} in the bin` : `Took ${name} out of the bin`);
  return {};
}
