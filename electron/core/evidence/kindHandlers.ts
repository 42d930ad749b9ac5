import { Refusal } from '#shared/errors.ts';
import { evidenceKindName } from '#shared/model/evidenceKinds.ts';
import { isUsualEvidenceKind } from '#shared/model/words.ts';
import { givenFields, positionAfter } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** The list of kinds is the institution's: kinds are added, renamed and retired, and none is ever taken from an item. */
export const evidenceKindHandlers: Pick<Handlers, 'evidenceKind.add' | 'evidenceKind.edit'> = {
  'evidenceKind.add': ({ title }, { rows, ports, label }) => {
    const id = ports.newId();
    const written = title.trim();
    ensureFree(rows, id, written);
    const position = positionAfter(rows.all('evidenceKind').map((each) => each.position));
    rows.insert('evidenceKind', { id, position, key: id, title: written, retired: false });
    label(`Added ${written} to the kinds of evidence`);
    return { id };
  },
  'evidenceKind.edit': ({ id, ...fields }, { rows, label }) => {
    const kind = rows.get('evidenceKind', id);
    const title = fields.title?.trim();
    if (title !== undefined) {
      if (title === '' && !isUsualEvidenceKind(kind.key))
        throw new Refusal('refused-by-rule', { field: 'title', reason: 'A kind of your own needs a name.' });
      ensureFree(rows, id, title === '' ? evidenceKindName({ ...kind, title }) : title);
    }
    rows.update('evidenceKind', id, givenFields({ title, retired: fields.retired }));
    const name = evidenceKindName(kind);
    if (fields.retired === undefined) label(`Renamed the kind of evidence ${name}`);
    else label(fields.retired ? `Retired the kind of evidence ${name}` : `Offered the kind of evidence ${name} again`);
    return {};
  },
};

/** Two kinds of one name could not be told apart in a list, nor read back from a pasted cell. */
function ensureFree(rows: TableAccess, id: string, title: string): void {
  const same = (other: string): boolean => other.toLowerCase() === title.toLowerCase();
  if (rows.all('evidenceKind').some((kind) => kind.id !== id && same(evidenceKindName(kind))))
    throw new Refusal('refused-by-rule', { field: 'title', reason: 'There is a kind of this name already.' });
}
