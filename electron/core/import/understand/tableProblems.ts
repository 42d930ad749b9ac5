import type { PreviewProblem } from '#shared/model/importPreview.ts';
import { excerpt } from './plainText.ts';
import type { Table } from './tables.ts';

type Code = PreviewProblem['code'];

/** Gathers what a person must look at in a table: each kind once for a row, and a word that is not known once in all. */
export type TableProblems = {
  /**
   * @param message goes on after the place, as in “Sheet “Plan”, row 5: there is no such day.”
   * @param key of the action, where the row holds several that have nothing to do with each other.
   */
  readonly add: (code: Code, row: number, message: string, key?: string) => void;
  /** @param message goes on after the word: “is no rating that is known.” */
  readonly addWord: (code: Code, row: number, word: string, message: string) => void;
  readonly list: () => readonly PreviewProblem[];
};

export function tableProblems(table: Table, index: number): TableProblems {
  const found = new Map<
    string,
    {
      readonly code: Code;
      readonly row: number;
      readonly key: string | undefined;
      count: number;
      say(count: number): string;
    }
  >();
  const put = (id: string, code: Code, row: number, say: (count: number) => string, key?: string): void => {
    const known = found.get(id);
    if (known === undefined) found.set(id, { code, row, key, count: 1, say });
    else known.count += 1;
  };
  return {
    add: (code, row, message, key) => put(`${code} ${key ?? `row ${row}`}`, code, row, () => message, key),
    addWord: (code, row, word, message) =>
      put(`${code} word ${word}`, code, row, (count) => `“${excerpt(word, 40)}”${also(count - 1)} ${message}`),
    list: () =>
      [...found.values()].map(({ code, row, key, count, say }) => ({
        code,
        message: `${table.grid.where(row)}: ${say(count)}`.replace(/^./, (letter) => letter.toUpperCase()),
        table: index,
        row: table.grid.rowNumber(row),
        ...(key === undefined ? {} : { key }),
      })),
  };
}

const also = (further: number): string =>
  further === 0 ? '' : `, here and for ${further === 1 ? 'one further action' : `${further} further actions`},`;
