import { givenFields, positionAfter } from '../givenFields.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * Frameworks are the user's own lists (domain.md 1: grouping is configurable). Removing one takes its items and their
 * links with it in one step; what they were linked to stays.
 */
export const frameworkHandlers: Pick<
  Handlers,
  | 'framework.add'
  | 'framework.edit'
  | 'framework.remove'
  | 'frameworkItem.add'
  | 'frameworkItem.edit'
  | 'frameworkItem.remove'
> = {
  'framework.add': ({ title, description }, { rows, ports, label }) => {
    const id = ports.newId();
    const position = positionAfter(rows.all('framework').map((each) => each.position));
    rows.insert('framework', { id, position, title, description });
    label(`Added the framework ${title}`);
    return { id };
  },
  'framework.edit': ({ id, ...fields }, { rows, label }) => {
    const { title } = rows.get('framework', id);
    rows.update('framework', id, givenFields(fields));
    label(`Edited the framework ${title}`);
    return {};
  },
  'framework.remove': ({ id }, { rows, label }) => {
    const { title } = rows.get('framework', id);
    for (const item of rows.all('frameworkItem', { frameworkId: id })) removeItem(rows, item.id);
    rows.remove('framework', id);
    label(`Removed the framework ${title}`);
    return {};
  },
  'frameworkItem.add': ({ frameworkId, code, title }, { rows, ports, label }) => {
    rows.get('framework', frameworkId);
    const id = ports.newId();
    const position = positionAfter(rows.all('frameworkItem', { frameworkId }).map((each) => each.position));
    rows.insert('frameworkItem', { id, frameworkId, position, code, title });
    label(`Added ${code || title} to a framework`);
    return { id };
  },
  'frameworkItem.edit': ({ id, ...fields }, { rows, label }) => {
    const { code, title } = rows.get('frameworkItem', id);
    rows.update('frameworkItem', id, givenFields(fields));
    label(`Edited ${code || title}`);
    return {};
  },
  'frameworkItem.remove': ({ id }, { rows, label }) => {
    const { code, title } = rows.get('frameworkItem', id);
    removeItem(rows, id);
    label(`Removed ${code || title} from a framework`);
    return {};
  },
};

function removeItem(rows: TableAccess, id: string): void {
  for (const link of rows.all('link', { sourceId: id })) rows.remove('link', link.id);
  rows.remove('frameworkItem', id);
}
