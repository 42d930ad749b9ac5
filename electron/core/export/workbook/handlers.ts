import { Refusal } from '#shared/errors.ts';
import { ownersOf, ownersStandingAlone } from '#shared/model/owners.ts';
import type { Action } from '#shared/model/tables.ts';
import { sha256Of } from '../../files/contents.ts';
import { safeFileName } from '../../files/fileNames.ts';
import { atStep } from '../../history/pastWorkspace.ts';
import type { Handlers, JobContext } from '../../services.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { frameworkGroups, groupingThen } from '../build/frameworkGroups.ts';
import { exportRefusal } from '../check/exportRefusal.ts';
import { textsInside } from '../check/staysInside.ts';
import { cycleThen } from '../gatherSubmission.ts';
import { plainLine } from './cellText.ts';
import { type Contribution, writeContributionCopy } from './contributionCopy.ts';
import { type WorkbookPlanRole, workbookContent } from './workbookContent.ts';
import { writeWorkbook } from './writeWorkbook.ts';

export const workbookHandlers: Pick<Handlers, 'export.workbook' | 'export.contributionCopy'> = {
  'export.workbook': async ({ cycleId, plan, sheets, notes = false, stepId = null }, context) => {
    context.progress(0, 'Gathering the plan');
    const { content, groups, kept } = atStep(context.rows, stepId, (rows) => {
      const then = typeof sheets === 'object' && stepId !== null ? groupingThen(rows, sheets) : sheets;
      const groups = then === 'theme' ? 'by-theme' : then;
      return {
        // Notes kept for oneself stand in a workbook only where they are asked for.
        kept: textsInside(rows, { notes: !notes }),
        content: workbookContent(
          rows,
          stepId === null ? cycleId : cycleThen(rows, cycleId),
          plan,
          context.ports.today(),
        ),
        groups: typeof groups === 'object' ? frameworkGroups(rows, groups.framework) : groups,
      };
    });
    context.progress(0.2, 'Writing the workbook');
    const bytes = await written(() => writeWorkbook(content, groups, { notes, kept }));
    const parts = [content.institution, `Stage ${content.stage}`, planNames[plan]];
    return finished(bytes, parts, context);
  },

  'export.contributionCopy': async ({ planId, lead, by = null }, context) => {
    context.progress(0, 'Gathering the actions');
    const contribution = contributionOf(context, planId, lead, by);
    const kept = textsInside(context.rows, { notes: true });
    context.progress(0.2, 'Writing the workbook');
    const bytes = await written(() => writeContributionCopy(contribution, kept));
    return finished(bytes, [contribution.content.institution, 'Action plan', lead], context);
  },
};

const planNames = { last: 'last plan', next: 'new plan', both: 'plans' } as const;

function contributionOf(context: JobContext, planId: string, lead: string, by: string | null): Contribution {
  const { rows, ports } = context;
  rows.get('plan', planId);
  const cycle = rows
    .all('cycle', {}, ['createdAt', 'stage'])
    .findLast(({ lastPlanId, newPlanId }) => lastPlanId === planId || newPlanId === planId);
  if (!cycle) throw new Refusal('not-found', { place: 'cycle' });
  const role: WorkbookPlanRole = cycle.lastPlanId === planId ? 'last' : 'next';
  const content = workbookContent(rows, cycle.id, role, ports.today());
  const [plan] = content.plans;
  const wanted = new Set(idsOfLead(rows, planId, lead));
  const actions = plan?.actions.filter(({ id }) => wanted.has(id)) ?? [];
  if (!plan || actions.length === 0) throw new Refusal('not-found', { place: 'lead' });
  return { content, plan, lead: lead.trim(), actions, by: by ?? content.dueOn, byIsDueDay: by === null };
}

/** The actions of a plan that somebody leads, alone or as one of several. */
function idsOfLead(rows: TableAccess, planId: string, lead: string): readonly string[] {
  const actions: readonly Action[] = rows.all('action', { planId });
  const alone = ownersStandingAlone(actions.map((action) => action.lead));
  const wanted = lead.trim().toLowerCase();
  return actions
    .filter((action) =>
      [action.lead, ...ownersOf(action.lead, alone)].some((owner) => owner.trim().toLowerCase() === wanted),
    )
    .map(({ id }) => id);
}

async function written(write: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await write();
  } catch (cause) {
    throw exportRefusal(cause, 'The workbook');
  }
}

/** Holds the file for the host; a job that was stopped meanwhile holds nothing. */
function finished(bytes: Uint8Array, nameParts: readonly string[], context: JobContext) {
  context.signal.throwIfAborted();
  const name = nameParts.map(plainLine).filter((part) => part !== '');
  const fileName = `${safeFileName(name.join(' '), 'Action plan')}.xlsx`;
  context.progress(1, 'Done');
  return {
    file: context.fileTokens.holdBytes(fileName, bytes),
    fileName,
    bytes: bytes.byteLength,
    sha256: sha256Of(bytes),
  };
}
