import { Refusal } from '#shared/errors.ts';
import type { FrameworkItem } from '#shared/model/tables.ts';
import { givenFields, positionAfter } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { placeBefore } from './placeBefore.ts';

/**
 * Frameworks are the user's own lists (domain.md 1: grouping is configurable). Nothing of them is deleted: what goes to
 * the bin keeps what it is linked to, and is as it was when it comes back.
 */
export const frameworkHandlers: Pick<
  Handlers,
  | 'framework.add'
  | 'framework.edit'
  | 'framework.move'
  | 'framework.bin'
  | 'framework.unbin'
  | 'frameworkItem.add'
  | 'frameworkItem.edit'
  | 'frameworkItem.move'
  | 'frameworkItem.bin'
  | 'frameworkItem.unbin'
> = {
  'framework.add': ({ title, description }, { rows, ports, label }) => {
    const id = ports.newId();
    const position = positionAfter(rows.all('framework').map((each) => each.position));
    rows.insert('framework', { id, position, title, description, binned: false });
    label(`Added the framework ${title}`);
    return { id };
  },
  'framework.edit': ({ id, ...fields }, { rows, label }) => {
    const { title } = rows.get('framework', id);
    rows.update('framework', id, givenFields(fields));
    label(`Edited the framework ${title}`);
    return {};
  },
  'framework.move': ({ id, before }, { rows, label }) => {
    const { title } = rows.get('framework', id);
    if (before !== null) rows.get('framework', before);
    placeBefore(rows, 'framework', id, before, rows.all('framework', {}, ['position']));
    label(`Moved the framework ${title}`);
    return {};
  },
  'framework.bin': ({ id }, context) => binFramework(id, true, context),
  'framework.unbin': ({ id }, context) => binFramework(id, false, context),
  'frameworkItem.add': ({ frameworkId, code, title }, { rows, ports, label }) => {
    const framework = rows.get('framework', frameworkId);
    const id = ports.newId();
    const position = positionAfter(rows.all('frameworkItem', { frameworkId }).map((each) => each.position));
    rows.insert('frameworkItem', { id, frameworkId, position, code, title, binned: false });
    label(`Added an item to ${framework.title}: ${[code, title].filter((part) => part !== '').join(' ')}`);
    return { id };
  },
  'frameworkItem.edit': ({ id, ...fields }, { rows, label }) => {
    const { code, title } = rows.get('frameworkItem', id);
    rows.update('frameworkItem', id, givenFields(fields));
    label(`Edited ${code || title}`);
    return {};
  },
  'frameworkItem.move': ({ id, before }, { rows, label }) => {
    const { frameworkId, code, title } = rows.get('frameworkItem', id);
    if (before !== null && rows.get('frameworkItem', before).frameworkId !== frameworkId)
      throw new Refusal('refused-by-rule', { field: 'before', reason: 'An item stays in its own framework.' });
    placeBefore(rows, 'frameworkItem', id, before, rows.all('frameworkItem', { frameworkId }, ['position']));
    label(`Moved ${code || title}`);
    return {};
  },
  'frameworkItem.bin': ({ ids }, context) => binItems(ids, true, context),
  'frameworkItem.unbin': ({ ids }, context) => binItems(ids, false, context),
};

function binFramework(id: string, binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const { title } = rows.get('framework', id);
  rows.update('framework', id, { binned });
  label(binned ? `Put the framework ${title} in the bin` : `Took the framework ${title} out of the bin`);
  return {};
}

function binItems(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const items = ids.map((id) => rows.get('frameworkItem', id));
  for (const { id } of items) rows.update('frameworkItem', id, { binned });
  label(binned ? `Put ${namesOf(items)} in the bin` : `Took ${namesOf(items)} out of the bin`);
  return {};
}

function namesOf(items: readonly FrameworkItem[]): string {
  const [only] = items;
  return only && items.length === 1 ? only.code || only.title : `${items.length} framework items`;
}
