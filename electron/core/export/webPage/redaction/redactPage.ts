import type {
  PlanGroup,
  PlanHeading,
  PlannedAction,
  ReviewedAction,
  SubmissionAction,
  VoiceEntry,
} from '../../submission.ts';
import type { PublicPage } from '../publicPage.ts';
import type { Place, Redactor } from './redactor.ts';

type Print = Redactor['print'];

/** The page with every text of it as it may be printed. What is no text of somebody (ids, days, ratings) stays. */
export function redactPage(page: PublicPage, redactor: Redactor): PublicPage {
  const { print } = redactor;
  const institution = { where: 'Institution', target: '/institution' };
  return {
    ...page,
    institution: print(page.institution, institution),
    people: print(page.people, institution),
    contact: contactOf(page, redactor),
    logo: page.logo && { ...page.logo, alternativeText: print(page.logo.alternativeText, institution) },
    lastPlan: page.lastPlan && {
      ...plan(page.lastPlan, 'Last plan', 'last-plan', print),
      groups: groups(page.lastPlan.groups, 'Last plan', 'last-plan', print, reviewed),
    },
    newPlan: {
      ...plan(page.newPlan, 'New plan', 'new-plan', print),
      groups: groups(page.newPlan.groups, 'New plan', 'new-plan', print, planned),
    },
    voice: page.voice?.map((entry) => voice(entry, print)) ?? null,
  };
}

/** The contact is a role until somebody says that the name and the ways to reach them may be public. */
function contactOf({ contact }: PublicPage, { print, hide }: Redactor): PublicPage['contact'] {
  const at = (label: string): Place => ({ where: `Contact, ${label}`, target: '/institution' });
  const role = print(contact.role, at('role'));
  const name = print(contact.name, at('name'));
  const way = (kind: 'e-mail' | 'telephone', was: string): string => {
    const held = was.trim();
    return held !== '' && hide({ kind, was: held, becomes: '', mayStay: true }, at(kind)) ? held : '';
  };
  return {
    name: name.toLowerCase() === role.toLowerCase() ? '' : name,
    role,
    email: way('e-mail', contact.email),
    telephone: way('telephone', contact.telephone),
  };
}

const plan = <Given extends PlanHeading>(given: Given, where: string, path: string, print: Print): Given => ({
  ...given,
  title: print(given.title, { where: `${where}, title`, target: `/${path}` }),
});

type FieldPrinter = (text: string, label: string, field: string) => string;

function groups<Action extends SubmissionAction>(
  given: readonly PlanGroup<Action>[],
  where: string,
  path: string,
  print: Print,
  more: (action: Action, say: FieldPrinter) => Action,
): readonly PlanGroup<Action>[] {
  let count = 0;
  return given.map((group) => ({
    ...group,
    title: print(group.title, { where: `${where}, heading`, target: `/${path}` }),
    actions: group.actions.map((action) => {
      count += 1;
      const label = action.ref.trim() || `action ${count}`;
      const say: FieldPrinter = (text, name, field) =>
        print(text, { where: `${where}, ${label}, ${name}`, target: `/${path}/${action.id}/${field}` });
      return more({ ...action, ...common(action, say) }, say);
    }),
  }));
}

const common = (action: SubmissionAction, say: FieldPrinter): Partial<SubmissionAction> => ({
  ref: say(action.ref, 'reference', 'ref'),
  alsoUnder: action.alsoUnder.map((title) => say(title, 'themes', 'themes')),
  objective: say(action.objective, 'objective', 'objective'),
  text: say(action.text, 'action', 'text'),
  lead: say(action.lead, 'lead', 'lead'),
  supporting: say(action.supporting, 'supporting', 'supporting'),
  startText: say(action.startText, 'start', 'startText'),
  dueText: say(action.dueText, 'due', 'dueText'),
  successMeasure: say(action.successMeasure, 'success measure', 'successMeasure'),
  resources: say(action.resources, 'resources', 'resources'),
});

const reviewed = (action: ReviewedAction, say: FieldPrinter): ReviewedAction => ({
  ...action,
  progress: say(action.progress, 'progress', 'progress'),
  explanation: say(action.explanation, 'explanation', 'explanation'),
  outcomes: action.outcomes.map((outcome) => ({
    ...outcome,
    newRef: say(outcome.newRef, 'what becomes of it', 'outcome'),
    reason: say(outcome.reason, 'what becomes of it', 'outcome'),
  })),
});

const planned = (action: PlannedAction, say: FieldPrinter): PlannedAction => ({
  ...action,
  impactEvidence: say(action.impactEvidence, 'evidence of impact', 'impactEvidence'),
  continues: action.continues.map((ref) => say(ref, 'carries on', 'text')),
});

/** Who agreed to be named agreed to a name: an address in its place is none. */
const isName = ({ attribution, group }: VoiceEntry): boolean => attribution !== group && !/[@＠﹫]/u.test(attribution);

/** Whose words they are stays as consent has left it: somebody who agreed to be named is named there. */
function voice(entry: VoiceEntry, print: Print): VoiceEntry {
  const say = (text: string, label: string): string =>
    print(text, { where: `Technician voice ${entry.registerNumber}, ${label}`, target: `/voice/${entry.id}` });
  return {
    ...entry,
    attribution: isName(entry)
      ? entry.attribution
      : say(entry.attribution, entry.attribution === entry.group ? 'group' : 'name'),
    group: say(entry.group, 'group'),
    words: say(entry.words, 'words'),
    changed: say(entry.changed, 'what changed'),
    whyNot: say(entry.whyNot, 'why nothing changed'),
    themes: entry.themes.map((theme) => say(theme, 'themes')),
    lastPlanActions: entry.lastPlanActions.map((action) => say(action, 'actions')),
    newPlanActions: entry.newPlanActions.map((action) => say(action, 'actions')),
    // Plans that the page does not hold.
    otherPlanActions: [],
  };
}
