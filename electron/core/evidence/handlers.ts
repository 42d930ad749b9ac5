import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { fileLimits } from '#shared/limits.ts';
import type { Evidence, Link } from '#shared/model/tables.ts';
import { cellsOf, changeLabel } from '../changeWords.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { blankEvidence } from './blankEvidence.ts';
import { contentOf, ensureEnds, keepAttachment } from './repository.ts';
import { linkProblem, urlProblem } from './rules.ts';

export const evidenceHandlers: Pick<
  Handlers,
  | 'evidence.add'
  | 'evidence.edit'
  | 'evidence.change'
  | 'evidence.bin'
  | 'evidence.unbin'
  | 'evidence.attach'
  | 'evidence.saveOut'
  | 'link.add'
  | 'link.remove'
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

  'evidence.attach': async ({ id, file }, { rows, fileTokens, change, signal }) => {
    const { number } = rows.get('evidence', id);
    const { fileName, bytes } = await fileTokens.read(file, fileLimits.attachmentBytes);
    if (bytes.byteLength === 0) throw new Refusal('file-empty', { fileName });
    signal.throwIfAborted();
    return change(`Attached a file to evidence ${number}`, (context) => {
      const attachment = keepAttachment(context, fileName, bytes);
      context.rows.update('evidence', id, { attachmentId: attachment.id });
      return { attachmentId: attachment.id };
    });
  },
  'evidence.saveOut': async ({ id }, { rows, fileTokens }) => {
    const { attachmentId } = rows.get('evidence', id);
    if (attachmentId === null) throw new Refusal('not-found', { place: 'attachment' });
    const { sha256, fileName } = rows.get('attachment', attachmentId);
    return { file: fileTokens.holdBytes(fileName, contentOf(rows, sha256)), fileName };
  },

  'link.add': (link, { rows, ports, label }) => {
    const reason = linkProblem(link);
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'target', reason });
    ensureEnds(rows, link);
    label(`Linked ${sourceName(rows, link)}`);
    const [joined] = rows.all('link', { sourceId: link.sourceId, target: link.target });
    if (joined) return { id: joined.id };
    const id = ports.newId();
    rows.insert('link', { id, ...link });
    return { id };
  },
  'link.remove': ({ id }, { rows, label }) => {
    label(`Unlinked ${sourceName(rows, rows.get('link', id))}`);
    rows.remove('link', id);
    return {};
  },
};

type EvidenceFields = ParsedInput<'evidence.edit'>['fields'];

/** `place` leads a refusal to the fields that it is about. */
function addEvidence({ rows, ports }: CommandContext, fields: EvidenceFields, place: string): Evidence {
  // Nothing is ever deleted, only binned, so the next number was never given to anything else that is kept.
  const number = Number(rows.select('SELECT coalesce(max(number), 0) + 1 AS next FROM evidence')[0]?.next);
  const evidence: Evidence = { ...blankEvidence, id: ports.newId(), number, ...givenFields(fields) };
  ensureAllowed(evidence, place);
  rows.insert('evidence', evidence);
  return evidence;
}

function editEvidence({ rows }: CommandContext, id: string, fields: EvidenceFields, place: string): Evidence {
  const before = rows.get('evidence', id);
  const given = givenFields(fields);
  ensureAllowed({ ...before, ...given }, place);
  rows.update('evidence', id, given);
  return before;
}

function ensureAllowed({ url }: Pick<Evidence, 'url'>, place: string): void {
  const reason = urlProblem(url);
  if (reason !== null) throw new Refusal('refused-by-rule', { field: `${place}.url`, reason });
}

function sourceName(rows: TableAccess, { sourceKind, sourceId }: Pick<Link, 'sourceKind' | 'sourceId'>): string {
  return sourceKind === 'frameworkItem'
    ? (rows.find(sourceKind, sourceId)?.title ?? 'a framework item')
    : `${sourceKind} ${rows.find(sourceKind, sourceId)?.number ?? ''}`.trimEnd();
}

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const items = ids.map((id) => rows.get('evidence', id));
  for (const { id } of items) rows.update('evidence', id, { binned });
  const name = items.length === 1 ? `evidence ${items[0]?.number}` : `${items.length} items of evidence`;
  label(binned ? `Put ${name} in the bin` : `Took ${name} out of the bin`);
  return {};
}
