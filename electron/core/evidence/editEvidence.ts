import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import type { Evidence } from '#shared/model/tables.ts';
import { addressRefusal } from '#shared/model/webAddress.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext } from '../services.ts';
import { blankEvidence } from './blankEvidence.ts';

type EvidenceFields = ParsedInput<'evidence.edit'>['fields'];

/** `place` leads a refusal to the fields that it is about. */
export function addEvidence(context: CommandContext, fields: EvidenceFields, place: string): Evidence {
  const { rows, ports } = context;
  // Nothing is ever deleted, only binned, so the next number was never given to anything else that is kept.
  const number = Number(rows.select('SELECT coalesce(max(number), 0) + 1 AS next FROM evidence')[0]?.next);
  const evidence: Evidence = { ...blankEvidence, id: ports.newId(), number, ...givenFields(fields) };
  ensureAllowed(context, evidence, place);
  rows.insert('evidence', evidence);
  return evidence;
}

export function editEvidence(context: CommandContext, id: string, fields: EvidenceFields, place: string): Evidence {
  const before = context.rows.get('evidence', id);
  const given = givenFields(fields);
  ensureAllowed(context, { ...before, ...given }, place);
  context.rows.update('evidence', id, given);
  return before;
}

function ensureAllowed({ rows }: CommandContext, { url, kind }: Pick<Evidence, 'url' | 'kind'>, place: string): void {
  const reason = addressRefusal(url);
  if (reason !== null) throw new Refusal('refused-by-rule', { field: `${place}.url`, reason });
  if (rows.all('evidenceKind', { key: kind }).length === 0)
    throw new Refusal('refused-by-rule', {
      field: `${place}.kind`,
      reason: 'There is no such kind of evidence. Choose one of the list, or add it to the list first.',
    });
}
