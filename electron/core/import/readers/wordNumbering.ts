import { parseStrictXml } from './strictXml.ts';
import type { ListPlace } from './wordStyles.ts';

/** The number that Word puts before a paragraph, as it is seen: `1.2`, `a)`. Empty for a bullet. */
export type CountParagraph = (place: ListPlace) => string;

type Level = { format: string; text: string; start: number; legal: boolean };
type Instance = { abstract: string; readonly starts: Map<number, number> };

/** Levels that a list can have in Word. */
const levels = 9;

/** Reads numbering.xml. What it gives counts: call it once for every listed paragraph, in the order of the document. */
export function readWordNumbering(numberingXml: string | undefined): CountParagraph {
  const abstracts = new Map<string, Map<number, Level>>();
  const instances = new Map<string, Instance>();
  if (numberingXml !== undefined) readDefinitions(numberingXml, abstracts, instances);

  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return ({ list, level }) => {
    const instance = instances.get(list);
    const definition = instance === undefined ? undefined : abstracts.get(instance.abstract);
    if (instance === undefined || definition === undefined || level < 0 || level >= levels) return '';
    const own = counts.get(instance.abstract) ?? [];
    counts.set(instance.abstract, own);
    const first = instance.starts.get(level);
    if (first !== undefined && !begun.has(`${list} ${level}`)) own[level] = first;
    else own[level] = (own[level] ?? (definition.get(level)?.start ?? 1) - 1) + 1;
    begun.add(`${list} ${level}`);
    own.length = level + 1;
    const { format = 'bullet', text = '', legal = false } = definition.get(level) ?? {};
    if (format === 'bullet' || format === 'none') return '';
    return text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = definition.get(at);
      const count = own[at] ?? shown?.start ?? 1;
      return formatted(count, legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
  };
}

function readDefinitions(
  xml: string,
  abstracts: Map<string, Map<number, Level>>,
  instances: Map<string, Instance>,
): void {
  let abstract: Map<number, Level> | undefined;
  let level: Level | undefined;
  let instance: Instance | undefined;
  let overridden: number | undefined;
  parseStrictXml(xml, {
    onOpen: (element) => {
      const value = element.attribute('val') ?? '';
      switch (element.name) {
        case 'abstractNum':
          abstract = new Map();
          abstracts.set(element.attribute('abstractNumId') ?? '', abstract);
          break;
        case 'lvl':
          level = { format: 'decimal', text: '', start: 1, legal: false };
          abstract?.set(Number(element.attribute('ilvl')) || 0, level);
          break;
        case 'numFmt':
          if (level !== undefined) level.format = value;
          break;
        case 'lvlText':
          if (level !== undefined) level.text = value;
          break;
        case 'start':
          if (level !== undefined && value !== '') level.start = Number(value) || 0;
          break;
        case 'isLgl':
          if (level !== undefined) level.legal = true;
          break;
        case 'num':
          instance = { abstract: '', starts: new Map() };
          instances.set(element.attribute('numId') ?? '', instance);
          break;
        case 'abstractNumId':
          if (instance !== undefined) instance.abstract = value;
          break;
        case 'lvlOverride':
          overridden = Number(element.attribute('ilvl')) || 0;
          break;
        case 'startOverride':
          if (instance !== undefined && overridden !== undefined) instance.starts.set(overridden, Number(value) || 0);
          break;
        default:
      }
    },
    onClose: (element) => {
      if (element.name === 'abstractNum') abstract = undefined;
      else if (element.name === 'lvl') level = undefined;
      else if (element.name === 'num') instance = undefined;
      else if (element.name === 'lvlOverride') overridden = undefined;
    },
  });
}

function formatted(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return lettered(count);
    case 'upperLetter':
      return lettered(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** After z Word doubles the letter: aa, bb. */
const lettered = (count: number): string =>
  count < 1 ? '' : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)));

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
function roman(count: number): string {
  let rest = Math.min(Math.max(0, count), 3999);
  let text = '';
  for (const [value, letters] of romans) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
