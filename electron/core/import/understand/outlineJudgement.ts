import type { OutlineAction } from './outlineActions.ts';
import { saysWhatToDo, tellsWhatWas } from './outlineVerbs.ts';

export type JudgedOutline = {
  readonly actions: readonly OutlineAction[];
  /** Why a person must say whether these are the plan; absent where they plainly are. */
  readonly doubt?: string;
};

const doubts = {
  report:
    'These lists stand under the themes, but they read as a report of what was done. Choose them if they are the plan.',
  bare: 'These lists stand under headings, but little shows that they are actions. Choose them if they are the plan.',
} as const;

/** From this share on most of the lines are of that kind. */
const mostly = 0.5;
const some = 0.3;

/**
 * Says whether lists under headings are a plan. A heading of a plan, themes, fields such as a lead or a date, and
 * words that say what is to be done speak for it; words that tell what was done speak against it.
 * @param loose whether the actions were not even items of lists.
 */
export function judgeOutline(found: readonly OutlineAction[], loose = false): JudgedOutline {
  const themed = new Set(found.filter(({ standing }) => standing.theme !== '').map(({ standing }) => standing.theme));
  const actions = found.filter((action) => belongs(action, themed.size));
  const labelled = actions.filter(({ shown }) => shown === 'label' || shown === 'heading').length;
  const fields = share(actions, hasFields);
  if (actions.length === 0 || (actions.length === 1 && fields === 0)) return { actions: [] };

  const toDo = share(actions, ({ text }) => saysWhatToDo(text));
  const done = share(actions, ({ text }) => tellsWhatWas(text));
  const underPlan = share(actions, ({ underPlan: under }) => under !== undefined) >= mostly;
  const themes = new Set(actions.map(({ standing }) => standing.theme).filter((theme) => theme !== '')).size;
  const timed = share(actions, ({ standing }) => standing.horizon !== '') >= mostly;

  if (loose) {
    if (actions.length < 2 || (themes === 0 && !underPlan)) return { actions: [] };
    return underPlan && themes > 0 ? { actions } : { actions, doubt: doubts.bare };
  }
  if (labelled >= 2 && fields >= mostly) return { actions };
  if (done > mostly && fields < some)
    return themes > 0 || underPlan ? { actions, doubt: doubts.report } : { actions: [] };
  // “Actions” stands in the minutes of every meeting.
  const onlyCalledSo = themes === 0 && !timed && !actions.some(({ underPlan: under }) => under === 'plan');
  const speaksFor =
    (underPlan && (themes > 0 || timed || fields >= some || toDo >= mostly)) ||
    (themes >= 2 && (fields >= some || toDo >= mostly || timed)) ||
    (themes === 1 && (fields >= mostly || timed)) ||
    (timed && (fields >= some || toDo >= mostly));
  if (speaksFor && !(onlyCalledSo && fields < mostly)) return { actions };
  return themes > 0 || underPlan || timed ? { actions, doubt: doubts.bare } : { actions: [] };
}

const share = (actions: readonly OutlineAction[], test: (action: OutlineAction) => boolean): number =>
  actions.length === 0 ? 0 : actions.filter(test).length / actions.length;

/** A date alone at the end of a sentence is found in any report. */
const hasFields = ({ fields, ref }: OutlineAction): boolean =>
  fields.some(({ role, label }) => role !== 'timescale' || label !== 'Timescale') ||
  fields.length >= 2 ||
  /\D/.test(ref);

/**
 * Under a heading that is neither a theme nor a timescale only what reads as an action counts, and where the plan goes
 * by themes only what has fields.
 */
function belongs(action: OutlineAction, themes: number): boolean {
  const { place, apart, theme, horizon } = action.standing;
  if (action.shown === 'label' || action.shown === 'heading') return true;
  if (theme !== '' && !apart) return true;
  if (hasFields(action)) return true;
  if (theme !== '' || horizon !== '') return saysWhatToDo(action.text) || !tellsWhatWas(action.text);
  return themes < 2 && (place !== 'plan' || !apart || saysWhatToDo(action.text));
}
