import { resolveColour } from './colours.ts';
import { type ConditionalRule, readAreas } from './conditionalFormat.ts';
import type { Threshold } from './conditionalScale.ts';
import { compileFormula } from './formula.ts';
import { type Attributes, isTrue, numberOf } from './scanXml.ts';
import { type FormatParts, readColour, resolveDifference, takeFormatElement } from './styleParts.ts';
import type { WorkbookStyles } from './workbookStyles.ts';

/** Takes the elements of a worksheet and keeps those of its conditional formats, old and new. */
export type RuleCollector = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  readonly rules: () => readonly ConditionalRule[];
};

type Draft = {
  readonly attributes: Attributes;
  readonly formulas: string[];
  readonly thresholds: { kind: string; value: string | undefined; above: boolean }[];
  readonly colours: string[];
  readonly chosen: { set: string; index: number }[];
  scale: 'colorScale' | 'iconSet' | undefined;
  icons: Attributes;
  difference: FormatParts | undefined;
};

/**
 * The formats of Excel 2007 stand in `conditionalFormatting`; later kinds (own choice of icons, other sheets) in the
 * extensions, with their ranges and formulas as texts of elements.
 */
export function collectRules(styles: WorkbookStyles): RuleCollector {
  let drafts: Draft[] = [];
  let ranges = '';
  let draft: Draft | undefined;
  let text: string | undefined;
  let inDifference = false;
  const rules: ConditionalRule[] = [];

  const closeFormat = (): void => {
    const areas = readAreas(ranges);
    if (areas.length > 0) rules.push(...drafts.map((one) => ruleOf(one, areas, styles)));
    drafts = [];
    ranges = '';
  };

  return {
    rules: () => rules,
    onOpen: (name, attributes) => {
      switch (name) {
        case 'conditionalFormatting':
          ranges = attributes.sqref ?? '';
          return;
        case 'cfRule':
          draft = {
            attributes,
            formulas: [],
            thresholds: [],
            colours: [],
            chosen: [],
            scale: undefined,
            icons: {},
            difference: undefined,
          };
          drafts.push(draft);
          return;
        case 'formula':
        case 'f':
        case 'sqref':
          text = '';
          return;
        case 'cfvo':
          draft?.thresholds.push({
            kind: attributes.type ?? '',
            value: attributes.val,
            above: attributes.gte !== undefined && !isTrue(attributes.gte),
          });
          return;
        case 'cfIcon':
          draft?.chosen.push({ set: attributes.iconSet ?? '', index: numberOf(attributes.iconId) ?? -1 });
          return;
        case 'colorScale':
        case 'iconSet':
          if (draft !== undefined) {
            draft.scale = name;
            draft.icons = attributes;
          }
          return;
        case 'dxf':
          inDifference = true;
          if (draft !== undefined) draft.difference = { font: {} };
          return;
      }
      if (draft?.difference !== undefined && inDifference) takeFormatElement(name, attributes, draft.difference);
      else if (draft?.scale === 'colorScale' && name === 'color') {
        draft.colours.push(resolveColour(readColour(attributes), styles.palette) ?? '');
      }
    },
    onText: (piece) => {
      if (text !== undefined) text += piece;
    },
    onClose: (name) => {
      switch (name) {
        case 'formula':
        case 'f': {
          const threshold = draft?.thresholds.at(-1);
          // In the extensions the value of a threshold is an element inside it.
          if (threshold !== undefined && draft?.scale !== undefined) threshold.value = text;
          else draft?.formulas.push(text ?? '');
          text = undefined;
          return;
        }
        case 'sqref':
          ranges = text ?? '';
          text = undefined;
          return;
        case 'dxf':
          inDifference = false;
          return;
        case 'cfRule':
          draft = undefined;
          return;
        case 'conditionalFormatting':
          closeFormat();
      }
    },
  };
}

function ruleOf(draft: Draft, areas: ConditionalRule['areas'], styles: WorkbookStyles): ConditionalRule {
  const { attributes, thresholds, scale } = draft;
  const style =
    draft.difference === undefined
      ? styles.differences[numberOf(attributes.dxfId) ?? -1]
      : resolveDifference(draft.difference, styles.palette);
  const measured: readonly Threshold[] = thresholds.map(({ kind, value, above }) => ({
    kind,
    value: constantOf(value),
    above,
  }));
  return {
    areas,
    priority: numberOf(attributes.priority) ?? Number.MAX_SAFE_INTEGER,
    stopIfTrue: isTrue(attributes.stopIfTrue),
    type: attributes.type ?? '',
    operator: attributes.operator,
    formulas: draft.formulas,
    text: attributes.text,
    style,
    ...(scale === 'colorScale' ? { scale: { thresholds: measured, colours: draft.colours } } : {}),
    ...(scale === 'iconSet'
      ? {
          icons: {
            name: draft.icons.iconSet ?? '3TrafficLights1',
            thresholds: measured,
            reverse: isTrue(draft.icons.reverse),
            hidesValue: draft.icons.showValue !== undefined && !isTrue(draft.icons.showValue),
            ...(draft.chosen.length > 0 ? { chosen: draft.chosen } : {}),
          },
        }
      : {}),
  };
}

/** A threshold is a number, or a formula; of the formulas only those without references are known here. */
function constantOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const place = { row: 0, column: 0 };
  const result = compileFormula(value)?.({ ...place, origin: place, valueAt: () => null });
  return typeof result === 'number' && !/[a-z]/i.test(value) ? result : undefined;
}
