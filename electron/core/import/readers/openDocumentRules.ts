import { type Area, type ConditionalRule, readAreas } from './conditionalFormat.ts';
import type { Threshold } from './conditionalScale.ts';
import { hexColour, type OpenDocumentStyles } from './openDocumentStyles.ts';
import { type Attributes, attributeOf, numberOf } from './scanXml.ts';

/** Takes the elements of the conditional formats at the end of a table. */
export type OpenDocumentRules = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onClose: (name: string) => void;
  readonly rules: () => readonly ConditionalRule[];
};

export function collectOpenDocumentRules(styles: OpenDocumentStyles): OpenDocumentRules {
  const rules: ConditionalRule[] = [];
  let areas: readonly Area[] = [];
  let thresholds: Threshold[] = [];
  let colours: string[] = [];
  let icons: Attributes = {};
  const add = (rule: Partial<ConditionalRule>): void => {
    rules.push({ areas, priority: rules.length, stopIfTrue: false, type: '', formulas: [], ...rule });
  };
  return {
    rules: () => rules,
    onOpen: (name, attributes) => {
      switch (name) {
        case 'conditional-format':
          areas = readAreas(withoutSheets(attributeOf(attributes, 'target-range-address') ?? ''));
          return;
        case 'condition': {
          const condition = readCondition(attributeOf(attributes, 'value') ?? '');
          const style = styles.partsOf(attributeOf(attributes, 'apply-style-name') ?? '');
          if (condition !== undefined)
            add({ ...condition, style, ...originOf(attributeOf(attributes, 'base-cell-address')) });
          return;
        }
        case 'color-scale':
        case 'icon-set':
          thresholds = [];
          colours = [];
          icons = attributes;
          return;
        case 'color-scale-entry':
        case 'formatting-entry':
          thresholds.push({
            kind: thresholdKinds[attributeOf(attributes, 'type') ?? ''] ?? '',
            value: numberOf(attributeOf(attributes, 'value')),
          });
          colours.push(hexColour(attributeOf(attributes, 'color') ?? '') ?? '');
      }
    },
    onClose: (name) => {
      if (name === 'color-scale') add({ scale: { thresholds, colours } });
      else if (name === 'icon-set') {
        const hidesValue = attributeOf(icons, 'show-value') === 'false';
        add({ icons: { name: attributeOf(icons, 'icon-set-type') ?? '', thresholds, reverse: false, hidesValue } });
      }
    },
  };
}

const thresholdKinds: Readonly<Record<string, string>> = {
  minimum: 'min',
  maximum: 'max',
  'auto-minimum': 'min',
  'auto-maximum': 'max',
  number: 'num',
  percent: 'percent',
  percentile: 'percentile',
};

/** Rules that stand in the style of the cells themselves, as older programs write them. */
export function rulesOfStyle(
  name: string,
  areas: readonly Area[],
  styles: OpenDocumentStyles,
): readonly ConditionalRule[] {
  return styles.mapsOf(name).flatMap((map, priority) => {
    const condition = readCondition(map.condition);
    if (condition === undefined) return [];
    const style = styles.partsOf(map.style);
    return [{ areas, priority, stopIfTrue: true, ...condition, style, ...originOf(map.base) }];
  });
}

function originOf(address: string | undefined): Pick<ConditionalRule, 'origin'> {
  const [area] = address === undefined ? [] : readAreas(withoutSheets(address));
  return area === undefined ? {} : { origin: { row: area.top, column: area.left } };
}

/** `'Action plan'.H3:'Action plan'.H8` is `H3:H8`: a format belongs to the table that it stands in. */
const withoutSheets = (address: string): string =>
  address.replace(/\$?(?:'(?:[^']|'')*'|[^\s:.'"]+)?\.(?=\$?[A-Z]{1,3}\$?\d)/gi, '');

type Condition = Pick<ConditionalRule, 'type' | 'formulas'> & Pick<Partial<ConditionalRule>, 'operator' | 'text'>;

/** References of the same table become those of other workbooks; any other stays and is not understood. */
const formulaOf = (text: string): string => text.replace(/\[\.(\$?[A-Z]{1,3}\$?\d+)\]/gi, '$1').trim();

const operators: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
};

const textKinds: Readonly<Record<string, string>> = {
  'contains-text': 'containsText',
  'not-contains-text': 'notContainsText',
  'begins-with': 'beginsWith',
  'ends-with': 'endsWith',
};

/** Conditions as LibreOffice writes them, `begins-with("G")`, and as the standard does, `cell-content()="G"`. */
function readCondition(value: string): Condition | undefined {
  const compared = /^\s*(?:cell-content\(\))?\s*(!=|<>|<=|>=|=|<|>)([\s\S]+)$/.exec(value);
  if (compared !== null) {
    return { type: 'cellIs', operator: operators[compared[1] ?? ''], formulas: [formulaOf(compared[2] ?? '')] };
  }
  const called = /^\s*([a-z-]+)\(([\s\S]*)\)\s*$/i.exec(value);
  const [, name = value.trim(), inner = ''] = called ?? [];
  switch (name) {
    case 'formula-is':
    case 'is-true-formula':
      return { type: 'expression', formulas: [formulaOf(inner)] };
    case 'between':
    case 'cell-content-is-between':
    case 'not-between':
    case 'cell-content-is-not-between': {
      const parts = inner.split(',').map(formulaOf);
      if (parts.length !== 2) return undefined;
      return { type: 'cellIs', operator: name.includes('not') ? 'notBetween' : 'between', formulas: parts };
    }
    case 'is-error':
      return { type: 'containsErrors', formulas: [] };
    case 'is-no-error':
      return { type: 'notContainsErrors', formulas: [] };
  }
  const type = textKinds[name];
  const text = /^\s*"((?:[^"]|"")*)"\s*$/.exec(inner)?.[1]?.replaceAll('""', '"');
  return type === undefined || text === undefined || text === '' ? undefined : { type, formulas: [], text };
}
