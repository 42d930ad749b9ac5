import { assertNever } from '#shared/assertNever.ts';
import { type FormParagraph, titleOf } from './formBlocks.ts';
import type { FormPlace, FormPrompt, FormTick } from './formPrompts.ts';
import type { XmlTree } from './xmlTree.ts';

/** A place to fill inside a line, with what was written before it. */
interface InlinePlace {
  readonly label: string;
  readonly place: FormPlace;
  readonly title: string;
}

interface InlineLine {
  readonly places: readonly InlinePlace[];
  /** What is written before the first box and after each. */
  readonly beforeTicks: string;
  readonly ticks: readonly FormTick[];
  /** What follows the last place, such as who is to sign on it. */
  readonly after: string;
}

const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** The places inside a line; undefined where it is text alone. */
export function readInlineLine(tree: XmlTree, paragraph: FormParagraph): InlineLine | undefined {
  const places: InlinePlace[] = [];
  const ticks: { label: string; readonly piece: FormTick['piece'] }[] = [];
  let beforeTicks = '';
  let text = '';
  for (const piece of paragraph.pieces) {
    switch (piece.kind) {
      case 'text':
        text += piece.text;
        break;
      case 'space':
        text += ' ';
        break;
      case 'tick': {
        const last = ticks.at(-1);
        if (last === undefined) beforeTicks = tidy(text);
        else last.label = tidy(text);
        ticks.push({ label: '', piece });
        text = '';
        break;
      }
      case 'control':
        places.push({
          label: tidy(text),
          place: { kind: 'control', control: piece.node, paragraph },
          title: titleOf(tree, piece.node),
        });
        text = '';
        break;
      case 'field':
        places.push({ label: tidy(text), place: { kind: 'field', field: piece, paragraph }, title: piece.title });
        text = '';
        break;
      case 'leader': {
        // Dots that go on after a gap are one line to write on.
        const last = places.at(-1);
        if (tidy(text) === '' && last?.place.kind === 'line') {
          places[places.length - 1] = { ...last, place: { ...last.place, leaders: [...last.place.leaders, piece] } };
        } else {
          places.push({ label: tidy(text), place: { kind: 'line', leaders: [piece], paragraph, more: [] }, title: '' });
        }
        text = '';
        break;
      }
      case 'object':
        break;
      default:
        assertNever(piece);
    }
  }
  const lastTick = ticks.at(-1);
  if (lastTick !== undefined && places.length === 0) {
    lastTick.label = tidy(text);
    text = '';
  }
  return places.length + ticks.length === 0 ? undefined : { places, ticks, beforeTicks, after: tidy(text) };
}

/** Prompts of a line that brings its own words. Boxes are understood by the prompt `above` them. */
export function promptsOfLine(
  line: InlineLine,
  paragraph: FormParagraph,
  section: string,
  above: string,
): readonly FormPrompt[] {
  const inPlaces = line.places.flatMap(({ label, place, title }, index): FormPrompt[] => {
    const isLast = index === line.places.length - 1;
    const suffix = isLast && line.after !== '' ? ` ${line.after}` : '';
    const text = `${label || title}${suffix}`.trim();
    return text === '' ? [] : [{ key: `p${paragraph.name}.${index + 1}`, text, guidance: [], section, place }];
  });
  const labels = line.ticks.map(({ label }) => label).filter((label) => label !== '');
  const ticked = [line.beforeTicks, labels.join(' / ')].filter((part) => part !== '').join(' ');
  const inTicks: readonly FormPrompt[] =
    line.ticks.length === 0
      ? []
      : [
          {
            key: `p${paragraph.name}.tick`,
            text: ticked || above,
            guidance: [],
            section: above,
            place: { kind: 'tick', ticks: line.ticks },
          },
        ];
  return [...inTicks, ...inPlaces];
}
