import { importLimits } from '#shared/limits.ts';
import { refusalOf } from '../import/importError.ts';
import type { Handlers } from '../services.ts';
import { keyOf } from './commentsOf.ts';
import { readReturned } from './readReturned.ts';

export const returnedHandlers: Pick<Handlers, 'returned.read' | 'comment.keep' | 'comment.settle'> = {
  'returned.read': async ({ file, cycleId }, context) => {
    const { fileName, bytes } = await context.fileTokens.read(file, importLimits.fileBytes);
    context.progress(null, 'Reading the document');
    const cycle = cycleId === null ? null : context.rows.get('cycle', cycleId);
    try {
      return readReturned(context.rows, cycle, fileName, bytes);
    } catch (cause) {
      throw refusalOf(cause);
    }
  },

  'comment.keep': ({ cycleId, documentName, comments }, { rows, ports, now, label }) => {
    rows.get('cycle', cycleId);
    const known = new Set(rows.all('documentComment', { cycleId }).map(keyOf));
    let kept = 0;
    for (const { author, text, about, targetKind, targetId } of comments) {
      const comment = { documentName, author, text, about };
      if (known.has(keyOf(comment))) continue;
      if (targetKind !== 'document' && targetId !== null) rows.get(targetKind, targetId);
      known.add(keyOf(comment));
      kept += 1;
      // One that is about the whole document has nothing that it stands beside, whatever was said.
      const target =
        targetId === null || targetKind === 'document'
          ? ({ targetKind: 'document', targetId: null } as const)
          : { targetKind, targetId };
      rows.insert('documentComment', {
        id: ports.newId(),
        cycleId,
        ...comment,
        ...target,
        keptAt: now,
        settled: false,
      });
    }
    label(`Kept ${kept} ${kept === 1 ? 'comment' : 'comments'} of ${documentName}`);
    return { kept };
  },

  'comment.settle': ({ id, settled }, { rows, label }) => {
    const { author } = rows.get('documentComment', id);
    rows.update('documentComment', id, { settled });
    label(`${settled ? 'Settled' : 'Opened'} a comment${author === '' ? '' : ` by ${author}`}`);
    return {};
  },
};
