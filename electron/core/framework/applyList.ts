import type { FrameworkPlan } from '#shared/model/frameworkList.ts';
import { positionAfter } from '../givenFields.ts';
import type { CommandContext } from '../services.ts';
import { placeBefore } from './placeBefore.ts';

/** Does what a plan says, inside one step. An item that is new stands after the one that it follows in the file. */
export function applyList(context: CommandContext, plans: readonly FrameworkPlan[]): void {
  for (const plan of plans) applyFramework(context, plan);
}

function applyFramework({ rows, ports }: CommandContext, plan: FrameworkPlan): void {
  const frameworkId = plan.frameworkId ?? ports.newId();
  if (plan.frameworkId === null) {
    const position = positionAfter(rows.all('framework').map((each) => each.position));
    const { title, about } = plan;
    rows.insert('framework', { id: frameworkId, position, title, description: about ?? '', binned: false });
  } else {
    rows.update('framework', frameworkId, {
      ...(plan.renamedFrom === null ? {} : { title: plan.title }),
      ...(plan.about === null ? {} : { description: plan.about }),
    });
  }
  let last: string | null = null;
  for (const { itemId, kind, code, title } of plan.items) {
    if (itemId !== null) {
      if (kind === 'changed') rows.update('frameworkItem', itemId, { code, title });
      last = itemId;
      continue;
    }
    const own = rows.all('frameworkItem', { frameworkId }, ['position']);
    const id = ports.newId();
    const position = positionAfter(own.map((each) => each.position));
    rows.insert('frameworkItem', { id, frameworkId, position, code, title, binned: false });
    const next = last === null ? undefined : own[own.findIndex((item) => item.id === last) + 1];
    if (next) placeBefore(rows, 'frameworkItem', id, next.id, [...own, { id, position }]);
    last = id;
  }
}
