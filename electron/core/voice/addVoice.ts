import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import type { Voice } from '#shared/model/tables.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext } from '../services.ts';
import { blankVoice } from './blankVoice.ts';
import { namingProblem, repliesProblem } from './rules.ts';

export type VoiceFields = ParsedInput<'voice.edit'>['fields'];

/**
 * Makes an entry with the next number, inside the running step. `place` leads a refusal to the fields that it is about.
 * Throws `refused-by-rule`.
 */
export function addVoice({ rows, ports }: CommandContext, fields: VoiceFields, place: string): Voice {
  // Nothing is ever deleted, only binned, so the next number was never given to anything else that is kept.
  const number = Number(rows.select('SELECT coalesce(max(number), 0) + 1 AS next FROM voice')[0]?.next);
  const voice: Voice = { ...blankVoice, id: ports.newId(), number, ...givenFields(fields) };
  ensureAllowed(voice, place);
  rows.insert('voice', voice);
  return voice;
}

/** Throws `refused-by-rule`, with the field. */
export function ensureAllowed(voice: Voice, place: string): void {
  const naming = namingProblem(voice);
  if (naming !== null) throw new Refusal('refused-by-rule', { field: `${place}.personName`, reason: naming });
  const replies = repliesProblem(voice);
  if (replies !== null) throw new Refusal('refused-by-rule', { field: `${place}.replied`, reason: replies });
}
