import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { Question, QuestionSet } from '#shared/model/questionSet.ts';
import type { Redaction } from '#shared/model/redaction.ts';
import type {
  Action,
  Amendment,
  Answer,
  Cycle,
  Dismissal,
  Evidence,
  Framework,
  FrameworkItem,
  Institution,
  Lineage,
  Link,
  Plan,
  Rating,
  Signatory,
  Voice,
} from '#shared/model/tables.ts';

/** A cycle as the rules of readiness look at it: what is in the bin is left out, ratings are the current ones. */
export interface Draft {
  readonly today: string;
  readonly cycle: Cycle;
  readonly questionSet: QuestionSet;
  readonly institution: Institution | undefined;
  readonly signatories: readonly Signatory[];
  /** In the order of the question set. */
  readonly answers: readonly AnsweredQuestion[];
  readonly lastPlan: DraftPlan;
  readonly newPlan: DraftPlan;
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly lineage: readonly Lineage[];
  readonly voice: readonly Voice[];
  readonly evidence: readonly Evidence[];
  /** Links whose source is not in the bin. */
  readonly links: readonly Link[];
  readonly dismissals: readonly Dismissal[];
  /** In their order, with their items. */
  readonly frameworks: readonly DraftFramework[];
  /**
   * What would be changed or left out of the public page with everything on it; null for plans that are too long to be
   * looked through after every change.
   */
  readonly publicPage: readonly Redaction[] | null;
  /** The amendment that is open, where what was signed is being changed. */
  readonly amendment: Amendment | null;
}

export interface AnsweredQuestion {
  readonly question: Question;
  readonly answer: Answer;
  readonly ticked: ReadonlySet<string>;
}

export interface DraftFramework extends Framework {
  readonly items: readonly FrameworkItem[];
}

export interface DraftPlan {
  readonly plan: Plan;
  readonly actions: readonly Action[];
}

/** One concern: what it finds, with its weight, its reason and the way to the field. None of them blocks a draft. */
export type Finding = Omit<ReadinessItem, 'dismissed'>;
export type ReadinessRule = (draft: Draft) => readonly Finding[];

/** The page of the question of a kind, for what concerns a plan as a whole. */
export function questionPage(draft: Draft, kind: Question['kind']): string {
  const question = draft.questionSet.questions.find((each) => each.kind === kind);
  return question ? `/question/${question.key}` : '/question/new-plan';
}

export const inBrief = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
