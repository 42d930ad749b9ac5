import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { OutlineLine } from '../readers/outlineLine.ts';
import { isGroup, isTaskInWords, rolesThatFollowActions, startsBlock } from './outlineGroups.ts';
import { plainItem, readItem, takeReference } from './outlineItem.ts';
import { type OutlineField, readBarePart, splitLabels } from './outlineLabels.ts';
import { isFieldsOnly, isWeakLevel, loneReference, longestLine, type PlannedLine, planLines } from './outlineLines.ts';
import { fieldOfHeading, OutlineStack, type StackEntry, type Standing } from './outlineStack.ts';
import { saysWhatToDo } from './outlineVerbs.ts';
import { wordCount } from './plainText.ts';

export type PlacedField = OutlineField & { readonly look: OutlineLine['look'] };

/** An action as it stands among headings and lists. */
export type OutlineAction = {
  /** The paragraph at which it begins. */
  readonly paragraph: number;
  ref: string;
  text: string;
  readonly bracket: string;
  readonly fields: PlacedField[];
  /** Lines below it that are no field. */
  readonly details: string[];
  readonly look: OutlineLine['look'];
  readonly standing: Standing;
  /** What heading of a plan stands somewhere above it. */
  readonly underPlan: 'plan' | 'actions' | undefined;
  /** What stands right below a heading for all the actions under it. */
  readonly defaults: ReadonlyMap<ColumnRole, string>;
  /** How it showed itself: an item of a list, a line labelled as an action, a heading, or a paragraph with fields. */
  readonly shown: 'item' | 'label' | 'heading' | 'paragraph';
  readonly depth: number;
};

const fewestWords = 2;
/** A value that stands in a paragraph of its own below its label. */
const longestValue = 300;

/**
 * Reads the actions of a document that has them as headings and lists, in order. What is prose is left out.
 * @param loose whether headings and plain paragraphs that say what to do are actions too, for documents without lists.
 */
export function readOutlineActions(outline: readonly OutlineLine[], loose = false): readonly OutlineAction[] {
  const lines = planLines(outline, loose);
  const actions: OutlineAction[] = [];
  const stack = new OutlineStack();
  const fieldOf = rolesThatFollowActions(lines);
  const labelsActions = lines.filter(isFieldsOnly).length > 1;
  let current: OutlineAction | undefined;
  let nextRef = '';
  /** A label without a value, or a heading, whose values stand in the lines below. */
  let open:
    | {
        readonly role: ColumnRole;
        readonly label: string;
        readonly depth: number;
        readonly wide: boolean;
        filled: boolean;
        readonly about?: StackEntry | undefined;
      }
    | undefined;

  lines.forEach((line, index) => {
    if (line.heading !== undefined && !isFieldOfAction(line)) {
      readHeading(line, line.heading);
      return;
    }
    if (stack.standing.place === 'closed') return;
    if (isFieldsOnly(line) || line.heading !== undefined) readFields(line);
    else if (open !== undefined && belongsToOpen(line, open.depth)) fillOpen(line);
    else readLine(line, lines[index + 1], childrenOf(index));
  });
  return actions;

  /** “Theme: Visibility” below each action is a field of it, though it looks like a heading. */
  function isFieldOfAction(line: PlannedLine): boolean {
    if (current === undefined || fieldOf.size === 0 || line.heading === undefined || !isWeakLevel(line.heading.level))
      return false;
    const { text, fields } = line.labels;
    return text === '' && fields.length > 0 && fields.every(({ role }) => fieldOf.has(role));
  }

  function readHeading(line: PlannedLine, heading: NonNullable<PlannedLine['heading']>): void {
    const role = fieldOfHeading(line);
    // A heading for a field belongs to what is above it, and begins nothing of its own.
    if (role !== undefined && hasPlace()) {
      const isBlock = current !== undefined && (labelsActions || current.shown !== 'item' || current.fields.length > 0);
      const inBlock = isBlock && isWeakLevel(heading.level);
      open = {
        role,
        label: heading.meaning.text,
        depth: -1,
        wide: !inBlock,
        filled: false,
        about: stack.aboutAt(heading.level),
      };
      if (!inBlock) current = undefined;
      return;
    }
    current = undefined;
    open = undefined;
    stack.push(heading.level, heading.meaning, actions.length);
  }

  function hasPlace(): boolean {
    return stack.standing.place !== 'none';
  }

  function start(
    line: PlannedLine,
    text: string,
    shown: OutlineAction['shown'],
    fields: readonly OutlineField[],
    ref: string,
    bracket = '',
  ): void {
    current = {
      paragraph: line.line.paragraph,
      ref: ref || nextRef || line.number,
      text,
      bracket,
      fields: fields.map((field) => ({ ...field, look: {} })),
      details: [],
      look: line.line.look,
      standing: stack.standing,
      underPlan: stack.underPlan,
      defaults: stack.defaults,
      shown,
      depth: line.depth ?? -1,
    };
    nextRef = '';
    open = undefined;
    actions.push(current);
  }

  function readFields(line: PlannedLine): void {
    for (const part of line.text.split('\n')) {
      const { text, fields } = splitLabels(part);
      if (fields.length === 0 && text !== '') current?.details.push(text);
      for (const field of fields) placeField(field, line);
    }
  }

  function placeField(field: OutlineField, line: PlannedLine): void {
    const { role, text, label } = field;
    if (role === 'action' && text !== '') {
      const item = readItem(text);
      start(line, item.text, 'label', item.fields, item.ref, item.bracket);
      return;
    }
    if (role === 'ref') {
      if (current === undefined || current.ref !== '' || current.fields.length > 0) {
        current = undefined;
        nextRef = text;
      } else current.ref = text;
      return;
    }
    if ((role === 'theme' || role === 'objective') && !fieldOf.has(role)) {
      const meaning =
        role === 'theme' ? ({ kind: 'theme', text, themes: [] } as const) : ({ kind: 'objective', text } as const);
      stack.push(11, meaning, actions.length);
      current = undefined;
      return;
    }
    if (text === '') {
      open =
        role === 'action'
          ? undefined
          : { role, label, depth: line.depth ?? -1, wide: current === undefined, filled: false };
      return;
    }
    open = undefined;
    if (current !== undefined) current.fields.push({ ...field, look: line.line.look });
    else if (holdsForAll() && !/^(?:theme|pillar|group|co-?)\s*(?:lead|chair)/i.test(label))
      stack.top?.defaults.set(role, text);
  }

  /** Right below a heading a field is about everything under it; further down it belongs to no one. */
  function holdsForAll(): boolean {
    return hasPlace() && stack.top?.actionsBefore === actions.length;
  }

  function belongsToOpen(line: PlannedLine, depth: number): boolean {
    const isNext = line.number !== '' && line.depth !== undefined && line.depth <= (current?.depth ?? -1);
    if (isNext) return false;
    if (open?.wide === true) return line.depth !== undefined || (depth < 0 && current === undefined);
    const isValueBelow = line.depth === undefined && depth < 0 && !open?.filled && line.text.length <= longestValue;
    return isValueBelow || (line.depth ?? -1) > depth;
  }

  function fillOpen(line: PlannedLine): void {
    if (open === undefined) return;
    const { role, label, wide } = open;
    open.filled = true;
    const field: PlacedField = { role, label, text: line.text, look: line.line.look };
    if (!wide) {
      current?.fields.push(field);
      return;
    }
    const about = open.about ?? stack.top;
    const block = actions.slice(about?.actionsBefore ?? actions.length);
    for (const action of block) action.fields.push(field);
    if (block.length === 0) {
      const known = about?.defaults.get(role);
      about?.defaults.set(role, known === undefined ? line.text : `${known}\n${line.text}`);
    }
  }

  function readLine(line: PlannedLine, next: PlannedLine | undefined, children: readonly PlannedLine[]): void {
    open = undefined;
    const lone = loneReference(line.text);
    if (lone !== undefined) {
      nextRef = lone;
      current = undefined;
      return;
    }
    if (current !== undefined && line.depth !== undefined && line.depth > current.depth) {
      readBelow(line, current);
      return;
    }
    const { ref, text: unnumbered } = takeReference(line.text);
    const item = line.text.length > longestLine ? plainItem(line.text) : readItem(line.text);
    if (line.depth === undefined) {
      readParagraph(line, next, item, ref);
      return;
    }
    const mayBeBare = current !== undefined && item.fields.length === 0 && !saysWhatToDo(line.text);
    const bare = mayBeBare ? readBarePart(line.text) : undefined;
    if (bare !== undefined && wordCount(line.text) <= 4) {
      current?.fields.push({ ...bare, look: line.line.look });
      return;
    }
    if (!hasPlace()) return;
    if (isGroup(line, item.fields.length, children)) {
      stack.push(12 + line.depth, { kind: 'objective', text: unnumbered.replace(/:\s*$/, '') }, actions.length);
      current = undefined;
      return;
    }
    if (wordCount(item.text) < fewestWords) return;
    start(line, item.text, 'item', item.fields, item.ref, item.bracket);
  }

  /** A paragraph that is no item of a list is an action only where it says so itself. */
  function readParagraph(
    line: PlannedLine,
    next: PlannedLine | undefined,
    item: ReturnType<typeof readItem>,
    ref: string,
  ): void {
    const fieldsFollow = next !== undefined && next.heading === undefined && isFieldsOnly(next);
    const labelled = item.fields.some(({ role }) => role !== 'timescale' && role !== 'theme');
    const isNumbered = ref !== '' && /\D/.test(ref);
    const isHeading = line.line.heading !== undefined || line.line.bold;
    const calledAction = /^\s*action\s+[A-Z]{0,3}[-. ]?\d/i.test(line.text);
    const isAction =
      wordCount(item.text) >= fewestWords &&
      (hasPlace() || (calledAction && fieldsFollow)) &&
      (calledAction ||
        isNumbered ||
        labelled ||
        (item.fields.length > 0 && saysWhatToDo(item.text)) ||
        (fieldsFollow && startsBlock(next)) ||
        (loose && (isHeading || current?.shown !== 'heading') && isTaskInWords(item.text)));
    const shown = isHeading ? 'heading' : fieldsFollow ? 'label' : 'paragraph';
    if (isAction) start(line, item.text, shown, item.fields, item.ref, item.bracket);
    else if (current !== undefined && (current.shown === 'label' || current.shown === 'heading'))
      current.details.push(line.text);
    else current = undefined;
  }

  function readBelow(line: PlannedLine, action: OutlineAction): void {
    const bare = readBarePart(line.text);
    if (bare !== undefined && wordCount(line.text) <= 6) action.fields.push({ ...bare, look: line.line.look });
    else action.details.push(line.text);
  }

  function childrenOf(index: number): readonly PlannedLine[] {
    const depth = lines[index]?.depth;
    if (depth === undefined) return [];
    const below = lines.slice(index + 1, index + 60);
    const end = below.findIndex((one) => one.heading !== undefined || one.depth === undefined || one.depth <= depth);
    return end < 0 ? below : below.slice(0, end);
  }
}
