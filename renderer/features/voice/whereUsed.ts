import { assertNever } from '#shared/assertNever.ts';
import { citationsIn } from '#shared/model/richText.ts';
import type { Answer, Link } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { itemName } from '../../stores/frameworks.ts';
import { currentCycle, questionSetOf, theInstitution } from '../../stores/views.ts';
import type { Rows } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';

/** A place where an entry of voice or an item of evidence serves. */
export interface Use {
  readonly title: string;
  /** Last plan, New plan, Answer, Theme … */
  readonly detail: string;
  /** The screen that shows it; null for what lies in an earlier cycle or in the bin. */
  readonly path: string | null;
  /** The link that can be taken away; null for a citation, which stands in the text of the answer. */
  readonly link: Link | null;
}

/** Everything that each voice or each evidence serves, by its id: citations in answers first, then links. */
export function usesBySource(rows: Rows, kind: Link['sourceKind']): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const put = (id: string, use: Use): void => {
    const list = uses.get(id);
    if (list) list.push(use);
    else uses.set(id, [use]);
  };
  for (const answer of rows.answer.values()) {
    const cited = citationsIn(answer.content).filter((target) => target.kind === kind);
    const place = answerInWords(rows, answer);
    for (const id of new Set(cited.map((target) => target.id)))
      put(id, { ...place, detail: `Cited in the ${place.detail.replace('Answer', 'answer')}`, link: null });
  }
  for (const link of rows.link.values()) {
    if (link.sourceKind !== kind) continue;
    const target = targetInWords(rows, link);
    if (target) put(link.sourceId, { ...target, link });
  }
  return uses;
}

type Place = Omit<Use, 'link'>;

function answerInWords(rows: Rows, answer: Answer): Place {
  const cycle = rows.cycle.get(answer.cycleId);
  const set = cycle ? questionSetOf(rows, cycle) : null;
  const question = set?.questions.find((each) => each.key === answer.questionKey);
  const isInHand = cycle !== undefined && cycle.id === currentCycle(rows)?.id;
  return {
    title: question?.title ?? answer.questionKey,
    detail: isInHand || !cycle ? 'Answer' : `Answer at Stage ${cycle.stage}`,
    path: isInHand ? `/question/${encodeURIComponent(answer.questionKey)}` : null,
  };
}

/** Null where the target is no longer there: nothing is left to say about it. */
function targetInWords(rows: Rows, { targetKind, target }: Link): Place | null {
  switch (targetKind) {
    case 'answer': {
      const answer = rows.answer.get(target);
      return answer ? answerInWords(rows, answer) : null;
    }
    case 'action':
      return actionInWords(rows, target);
    case 'theme': {
      const theme = themes.find((each): each is Theme => each === target);
      return theme ? { title: themeName(theme, theInstitution(rows)), detail: 'Theme', path: null } : null;
    }
    case 'frameworkItem': {
      const item = rows.frameworkItem.get(target);
      const framework = item && rows.framework.get(item.frameworkId);
      if (!item || item.binned || !framework || framework.binned) return null;
      return { title: itemName(item), detail: framework.title, path: `/frameworks/${item.id}` };
    }
    case 'evidence': {
      const evidence = rows.evidence.get(target);
      if (!evidence || evidence.binned) return null;
      const title = evidence.title || `Evidence ${evidence.number}`;
      return { title, detail: `Evidence ${evidence.number}`, path: `/evidence/${evidence.id}` };
    }
    default:
      return assertNever(targetKind);
  }
}

function actionInWords(rows: Rows, id: string): Place | null {
  const action = rows.action.get(id);
  if (!action) return null;
  const cycle = currentCycle(rows);
  const title = [action.ref, action.text].filter((part) => part.trim() !== '').join(' · ') || 'Action without a text';
  if (action.binned) return { title, detail: 'Action in the bin', path: null };
  if (cycle?.lastPlanId === action.planId) return { title, detail: 'Last plan', path: `/last-plan/${id}` };
  if (cycle?.newPlanId === action.planId) return { title, detail: 'New plan', path: `/new-plan/${id}` };
  return { title, detail: rows.plan.get(action.planId)?.title ?? 'Earlier plan', path: null };
}

/** One use in a table cell: an action by its reference alone, anything else by its title. */
export function shortUse(rows: Rows, use: Use): string {
  if (use.link?.targetKind !== 'action') return use.title;
  const ref = rows.action.get(use.link.target)?.ref.trim();
  return ref ? `Action ${ref}` : use.title.slice(0, 40);
}
