import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { HeadingMeaning } from './outlineHeadings.ts';
import { isWeakLevel, type PlannedLine } from './outlineLines.ts';
import { themeNames } from './themes.ts';

export type StackEntry = {
  readonly level: number;
  readonly meaning: HeadingMeaning;
  /** How many actions there were before it. */
  readonly actionsBefore: number;
  /** Fields that stand right below it and hold for every action under it. */
  readonly defaults: Map<ColumnRole, string>;
};

/** Where in the document an action stands. */
export type Standing = {
  readonly theme: string;
  readonly objective: string;
  readonly horizon: string;
  readonly status: string;
  /** Under a heading of a plan, of a theme or of a timescale; `closed` under one that ends these. */
  readonly place: 'theme' | 'horizon' | 'plan' | 'none' | 'closed';
  /** Another heading of its own stands between the plan and the action. */
  readonly apart: boolean;
};

/** The headings that hold for the line that is read. */
export class OutlineStack {
  readonly #entries: StackEntry[] = [];
  /** Of themes and timescales at one level, the kind that came first is the outer one. */
  readonly #outerAt = new Map<number, 'theme' | 'horizon'>();

  get top(): StackEntry | undefined {
    return this.#entries.at(-1);
  }

  push(level: number, meaning: HeadingMeaning, actionsBefore: number): StackEntry {
    const { kind } = meaning;
    if ((kind === 'theme' || kind === 'horizon') && !this.#outerAt.has(level)) this.#outerAt.set(level, kind);
    while (this.#closes(level, kind)) this.#entries.pop();
    if (kind === 'theme' || kind === 'horizon') {
      const known = this.#entries.findIndex((entry) => entry.meaning.kind === kind);
      if (known >= 0) this.#entries.splice(known);
    }
    const entry: StackEntry = { level, meaning, actionsBefore, defaults: new Map() };
    this.#entries.push(entry);
    return entry;
  }

  #closes(level: number, kind: HeadingMeaning['kind']): boolean {
    const top = this.top;
    if (top === undefined || top.level < level) return false;
    if (top.level > level) return true;
    const topKind = top.meaning.kind;
    if ((kind === 'theme' && topKind === 'horizon') || (kind === 'horizon' && topKind === 'theme'))
      return this.#outerAt.get(level) !== topKind;
    if (topKind === 'plan') return kind === 'plan' || kind === 'closing' || !isWeakLevel(level);
    const isOpener = topKind === 'theme' || topKind === 'horizon';
    // Lines that are only bold or short are often all alike: an aim under a theme does not end the theme.
    if (isOpener && (kind === 'objective' || kind === 'status')) return false;
    if (isOpener && (kind === 'other' || kind === 'field')) return !isWeakLevel(level);
    return topKind === 'objective' && kind === 'field' ? !isWeakLevel(level) : true;
  }

  /** What a heading for a field at this level is about: the heading that it stands under, at least its theme. */
  aboutAt(level: number): StackEntry | undefined {
    const isAbout = ({ level: own, meaning: { kind } }: StackEntry): boolean =>
      own < level ||
      kind === 'theme' ||
      (own <= level && isWeakLevel(own) && (kind === 'objective' || kind === 'other'));
    return this.#entries.findLast(isAbout) ?? this.top;
  }

  get standing(): Standing {
    let theme = '';
    let objective = '';
    let horizon = '';
    let status = '';
    let place: Standing['place'] = 'none';
    let apart = false;
    for (const { meaning } of this.#entries) {
      switch (meaning.kind) {
        case 'theme':
          theme = meaning.themes.length > 0 ? meaning.themes.map((one) => themeNames[one]).join(', ') : meaning.text;
          objective = '';
          place = 'theme';
          apart = false;
          break;
        case 'horizon':
          horizon = meaning.text;
          if (place !== 'theme') place = 'horizon';
          apart = false;
          break;
        case 'plan':
          if (place === 'none' || place === 'closed') place = 'plan';
          apart = false;
          break;
        case 'field':
          if (meaning.role === 'action' && (place === 'none' || place === 'closed')) place = 'plan';
          apart = false;
          break;
        case 'objective':
          objective = withoutObjectiveLabel(meaning.text);
          break;
        case 'status':
          status = meaning.text;
          break;
        case 'other':
          objective = place === 'none' ? '' : meaning.text;
          apart = true;
          break;
        case 'closing':
          place = 'closed';
          break;
      }
    }
    return { theme, objective, horizon, status, place, apart };
  }

  /** Whether a heading of a plan stands around, or only one that says “Actions”. */
  get underPlan(): 'plan' | 'actions' | undefined {
    const meanings = this.#entries.map(({ meaning }) => meaning);
    if (meanings.some(({ kind }) => kind === 'plan')) return 'plan';
    return meanings.some((meaning) => meaning.kind === 'field' && meaning.role === 'action') ? 'actions' : undefined;
  }

  /** What the headings around say for fields, the innermost before those further out. */
  get defaults(): ReadonlyMap<ColumnRole, string> {
    return new Map(this.#entries.flatMap(({ defaults }) => [...defaults]));
  }
}

/** `Objective 2: better progression` is the objective “better progression”. */
export const withoutObjectiveLabel = (text: string): string =>
  text
    .replace(
      /^\s*(?:(?:key|strategic|overall)\s+)?(?:objectives?|aims?|goals?|ambitions?|outcomes?|priority)\s*(?:\d+(?:\.\d+)*|[A-Z])?\s*[:.–—-]\s*/i,
      '',
    )
    .trim() || text;

/** The role whose values a heading such as “Success measures” gives to the lines below it. */
export const fieldOfHeading = (line: PlannedLine): ColumnRole | undefined =>
  line.heading?.meaning.kind === 'field' && line.heading.meaning.role !== 'action'
    ? line.heading.meaning.role
    : undefined;
