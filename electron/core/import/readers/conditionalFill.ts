import type { ConditionalRule } from 'hucre/xlsx';

type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Fills that a sheet's conditional formats would give, for the rules that compare with a word. */
export type ConditionalFills = (row: number, column: number) => ConditionalRule | undefined;

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function readAreas(range: string): readonly Area[] {
  return range.split(/[\s,]+/).flatMap((part) => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(part);
    if (match === null) return [];
    const left = columnIndex(match[1] ?? 'A');
    const top = Number(match[2]) - 1;
    return [
      { top, left, bottom: match[4] ? Number(match[4]) - 1 : top, right: match[3] ? columnIndex(match[3]) : left },
    ];
  });
}

const quoted = (formula: string): string | undefined =>
  /^\s*=?\s*"((?:[^"]|"")*)"\s*$/.exec(formula)?.[1]?.replaceAll('""', '"');

/**
 * Excel's rules are formulas; only those that plans use are evaluated: a cell equal to, containing, beginning or
 * ending with a word, and `$F5="Green"`. Any other rule is left alone, so that no colour is invented.
 */
export function readConditionalFills(
  rules: readonly ConditionalRule[] | undefined,
  textAt: (row: number, column: number) => string,
): ConditionalFills {
  const usable = (rules ?? [])
    .filter((rule) => rule.style?.fill !== undefined)
    .map((rule) => ({ rule, areas: readAreas(rule.range), formulas: [rule.formula ?? []].flat() }))
    .filter(({ areas }) => areas.length > 0)
    .sort((one, other) => one.rule.priority - other.rule.priority);
  if (usable.length === 0) return () => undefined;

  return (row, column) => {
    for (const { rule, areas, formulas } of usable) {
      const area = areas.find((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right);
      if (area === undefined) continue;
      const origin = areas[0] ?? area;
      if (applies(rule, formulas, textAt(row, column).toLowerCase(), (reference) => referenced(reference, origin)))
        return rule;
    }
    return undefined;

    function referenced(reference: string, origin: Area): string {
      const match = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/i.exec(reference);
      if (match === null) return '';
      const atColumn = columnIndex(match[2] ?? 'A') + (match[1] ? 0 : column - origin.left);
      const atRow = Number(match[4]) - 1 + (match[3] ? 0 : row - origin.top);
      return textAt(atRow, atColumn).toLowerCase();
    }
  };
}

function applies(
  rule: ConditionalRule,
  formulas: readonly string[],
  text: string,
  shownAt: (reference: string) => string,
): boolean {
  const first = formulas[0] ?? '';
  const word = (rule.text ?? quoted(first))?.toLowerCase();
  switch (rule.type) {
    case 'cellIs':
      return rule.operator === 'equal' && quoted(first)?.toLowerCase() === text;
    case 'containsText':
      return word !== undefined && word !== '' && text.includes(word);
    case 'beginsWith':
      return word !== undefined && word !== '' && text.startsWith(word);
    case 'endsWith':
      return word !== undefined && word !== '' && text.endsWith(word);
    case 'expression': {
      const equal = /^\s*=?\s*(\$?[A-Z]{1,3}\$?\d+)\s*=\s*"([^"]*)"\s*$/i.exec(first);
      if (equal !== null) return shownAt(equal[1] ?? '') === (equal[2] ?? '').toLowerCase();
      const search = /^\s*=?\s*(?:ISNUMBER|NOT\(ISERROR)\(SEARCH\("([^"]+)",\s*(\$?[A-Z]{1,3}\$?\d+)\)\)*\s*$/i.exec(
        first,
      );
      return search !== null && shownAt(search[2] ?? '').includes((search[1] ?? '').toLowerCase());
    }
    default:
      return false;
  }
}
