import { Refusal } from '#shared/errors.ts';
import { gridLimits } from '#shared/limits.ts';
import type { Handlers } from '../services.ts';
import { lastViews, rememberView } from '../settings/settings.ts';

export const gridViewHandlers: Pick<Handlers, 'view.save' | 'view.remove' | 'view.remember' | 'view.last'> = {
  'view.save': ({ screen, name, content }, { rows, ports, label }) => {
    const saved = rows.all('savedView', { screen });
    const same = saved.find((view) => view.name.toLowerCase() === name.trim().toLowerCase());
    label(`Saved the view “${name.trim()}”`);
    if (same) {
      rows.update('savedView', same.id, { name: name.trim(), content });
      return { id: same.id };
    }
    if (saved.length >= gridLimits.savedViews)
      throw new Refusal('refused-by-rule', {
        field: 'name',
        reason: `${gridLimits.savedViews} views are kept for a screen. Remove one that is no longer used.`,
      });
    const id = ports.newId();
    rows.insert('savedView', { id, screen, name: name.trim(), content });
    return { id };
  },
  'view.remove': ({ id }, { rows, label }) => {
    label(`Removed the view “${rows.get('savedView', id).name}”`);
    rows.remove('savedView', id);
    return {};
  },
  'view.remember': async ({ screen, view }, { ports, session }) => {
    rememberView(ports.dataFolder, session.required().path, screen, view);
    return {};
  },
  'view.last': (_input, { ports, session }) => lastViews(ports.dataFolder, session.required().path),
};
