import { Refusal } from '#shared/errors.ts';
import { cellsOf, changeLabel } from '../changeWords.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { addEvidence, editEvidence } from './editEvidence.ts';
import { endsOfLink } from './linkWords.ts';
import { ensureEnds } from './repository.ts';
import { linkProblem } from './rules.ts';

export const evidenceHandlers: Pick<
  Handlers,
  'evidence.add' | 'evidence.edit' | 'evidence.change' | 'evidence.bin' | 'evidence.unbin' | 'link.add' | 'link.remove'
> = {
  'evidence.add': ({ fields }, context) => {
    const { id, number } = addEvidence(context, fields, 'fields');
    context.label(`Added evidence ${number}`);
    return { id, number };
  },
  'evidence.edit': ({ id, fields }, context) => {
    const { number } = editEvidence(context, id, fields, 'fields');
    context.label(`Edited evidence ${number}`);
    return {};
  },
  'evidence.change': ({ kind, changes, added }, context) => {
    const edited = changes.map(({ id, fields }, index) => editEvidence(context, id, fields, `changes.${index}.fields`));
    const ids = added.map(({ fields }, index) => addEvidence(context, fields, `added.${index}.fields`).id);
    const [only] = edited;
    context.label(
      kind === 'write' && only && edited.length === 1
        ? `Edited evidence ${only.number}`
        : changeLabel(kind, cellsOf(changes), changes.length, ids.length, {
            one: 'item of evidence',
            many: 'items of evidence',
          }),
    );
    return { ids };
  },
  'evidence.bin': ({ ids }, context) => setBinned(ids, true, context),
  'evidence.unbin': ({ ids }, context) => setBinned(ids, false, context),

  'link.add': (link, { rows, ports, label }) => {
    const reason = linkProblem(link);
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'target', reason });
    ensureEnds(rows, link);
    label(`Linked ${endsOfLink(rows, link, 'to')}`);
    const [joined] = rows.all('link', { sourceId: link.sourceId, target: link.target });
    if (joined) return { id: joined.id };
    const id = ports.newId();
    rows.insert('link', { id, ...link });
    return { id };
  },
  'link.remove': ({ id }, { rows, label }) => {
    label(`Unlinked ${endsOfLink(rows, rows.get('link', id), 'from')}`);
    rows.remove('link', id);
    return {};
  },
};

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const items = ids.map((id) => rows.get('evidence', id));
  for (const { id } of items) rows.update('evidence', id, { binned });
  const name = items.length === 1 ? `evidence ${items[0]?.number}` : `${items.length} items of evidence`;
  label(binned ? `Put ${name} in the bin` : `Took ${name} out of the bin`);
  return {};
}
