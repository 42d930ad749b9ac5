import { callFunction, isFormulaFunction } from './formulaFunctions.ts';
import { columnIndex, compares, type Formula, type FormulaValue, failed, numberOf, textOf } from './formulaValues.ts';

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<text>"(?:[^"]|"")*")|(?<reference>\$?[a-z]{1,3}\$?\d{1,7}(?![\w(.]))|(?<name>[a-z_][\w.]*)|(?<sign><=|>=|<>|[-+*/^&=<>%(),;]))/iy;

type Token = { readonly kind: 'number' | 'text' | 'reference' | 'name' | 'sign'; readonly text: string };

function tokensOf(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  const body = formula.trimEnd();
  while (pattern.lastIndex < body.length) {
    const groups = pattern.exec(body)?.groups;
    if (groups === undefined) return undefined;
    for (const kind of ['number', 'text', 'reference', 'name', 'sign'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text });
    }
  }
  return tokens;
}

/** A person nests a few brackets; a formula of thousands would exhaust the stack. */
const deepest = 60;

/**
 * The formulas that the conditional formats of plans use: comparisons, sums and a few functions of text and logic.
 * @returns undefined for any other (ranges, other sheets, names, today), so that no colour is invented.
 */
export function compileFormula(formula: string): Formula | undefined {
  const tokens = tokensOf(formula.trim().replace(/^=/, ''));
  if (tokens === undefined || tokens.length === 0) return undefined;
  let at = 0;
  let depth = 0;
  const isSign = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    return token?.kind === 'sign' && signs.includes(token.text) ? token.text : undefined;
  };
  const level = (next: () => Formula | undefined, ...signs: readonly string[]) => {
    return (): Formula | undefined => {
      let left = next();
      for (let sign = isSign(...signs); sign !== undefined && left !== undefined; sign = isSign(...signs)) {
        at += 1;
        const [one, other] = [left, next()];
        const operator = sign;
        left = other && ((context) => operate(operator, one(context), other(context)));
      }
      return left;
    };
  };

  function primary(): Formula | undefined {
    const token = tokens?.[at];
    if (token === undefined || depth > deepest) return undefined;
    at += 1;
    switch (token.kind) {
      case 'number': {
        const value = Number(token.text);
        return () => value;
      }
      case 'text': {
        const value = token.text.slice(1, -1).replaceAll('""', '"');
        return () => value;
      }
      case 'reference':
        return referenceOf(token.text);
      case 'name':
        return named(token.text.toUpperCase());
      case 'sign': {
        if (token.text !== '(') return undefined;
        const inner = nested();
        if (isSign(')') === undefined) return undefined;
        at += 1;
        return inner;
      }
    }
  }

  function nested(): Formula | undefined {
    depth += 1;
    const inner = comparison();
    depth -= 1;
    return inner;
  }

  function named(name: string): Formula | undefined {
    if (isSign('(') === undefined) return name === 'TRUE' || name === 'FALSE' ? () => name === 'TRUE' : undefined;
    if (!isFormulaFunction(name)) return undefined;
    at += 1;
    const given: Formula[] = [];
    while (isSign(')') === undefined) {
      if (given.length > 0) {
        if (isSign(',', ';') === undefined) return undefined;
        at += 1;
      }
      const argument = nested();
      if (argument === undefined) return undefined;
      given.push(argument);
    }
    at += 1;
    return (context) => callFunction(name, given, context);
  }

  function signed(): Formula | undefined {
    const sign = isSign('-', '+');
    if (sign === undefined) return percent();
    at += 1;
    depth += 1;
    const inner = depth > deepest ? undefined : signed();
    depth -= 1;
    return inner && (sign === '+' ? inner : (context) => operate('-', 0, inner(context)));
  }

  function percent(): Formula | undefined {
    const inner = primary();
    if (inner === undefined || isSign('%') === undefined) return inner;
    at += 1;
    return (context) => operate('/', inner(context), 100);
  }

  const power = level(signed, '^');
  const product = level(power, '*', '/');
  const sum = level(product, '+', '-');
  const joined = level(sum, '&');
  const comparison = level(joined, '=', '<>', '<', '<=', '>', '>=');

  const whole = comparison();
  return at === tokens.length ? whole : undefined;
}

function referenceOf(text: string): Formula | undefined {
  const match = /^(\$?)([a-z]+)(\$?)(\d+)$/i.exec(text);
  if (match === null) return undefined;
  const [, fixedColumn, letters, fixedRow, digits] = match;
  const column = columnIndex(letters ?? 'A');
  const row = Number(digits) - 1;
  return (context) =>
    context.valueAt(
      fixedRow ? row : row + context.row - context.origin.row,
      fixedColumn ? column : column + context.column - context.origin.column,
    );
}

function operate(sign: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === failed || right === failed) return failed;
  switch (sign) {
    case '&':
      return textOf(left) + textOf(right);
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return calculate(sign, numberOf(left), numberOf(right));
    default:
      return compares(sign, left, right);
  }
}

function calculate(
  sign: '+' | '-' | '*' | '/' | '^',
  left: number | undefined,
  right: number | undefined,
): FormulaValue {
  if (left === undefined || right === undefined || (sign === '/' && right === 0)) return failed;
  const results = { '+': left + right, '-': left - right, '*': left * right, '/': left / right, '^': left ** right };
  return Number.isFinite(results[sign]) ? results[sign] : failed;
}
