import { describe, expect, it } from 'vitest';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { areFilledCircles, readCircle } from './circles.ts';
import { isBoard, statusOfHeading } from './statusHeading.ts';
import { themesOfReferences } from './themeKey.ts';
import { understand } from './understand.ts';

describe('a heading that rates the actions under it', () => {
  it.each([
    ['Completed actions', 'green'],
    ['In progress (4)', 'amber'],
    ['Actions not yet started', 'red'],
    ['Doing', 'amber'],
  ])('reads “%s” as %s', (heading, rag) => {
    expect(statusOfHeading(heading)).toEqual({ kind: 'completion', rag });
  });

  it.each(['A', 'R', 'Visibility', 'Completed 2024', 'Recognition achieved', 'Progress', ''])(
    'reads “%s” as no status',
    (heading) => {
      expect(statusOfHeading(heading)).toBeUndefined();
    },
  );

  it('takes columns for a board only where every heading is another status', () => {
    expect(isBoard(['To do', 'In progress', 'Done'])).toBe(true);
    expect(isBoard(['To do', 'Not started'])).toBe(false);
    expect(isBoard(['Action', 'In progress', 'Done'])).toBe(false);
    expect(isBoard(['R', 'A', 'G'])).toBe(false);
  });
});

describe('circles', () => {
  it('rate by how full they are where one is filled in part', () => {
    expect(areFilledCircles(['●', '◔', '○'])).toBe(true);
    expect(['●', '◔', '○'].map((text) => readCircle(text))).toEqual([
      { kind: 'completion', rag: 'green' },
      { kind: 'completion', rag: 'amber' },
      { kind: 'completion', rag: 'red' },
    ]);
  });

  it('are left to their colour where none is filled in part', () => {
    expect(areFilledCircles(['●', '●', '○'])).toBe(false);
  });
});

describe('how references begin', () => {
  const key = new Map([
    ['1', { theme: 'visibility', why: '“1: Visibility” in A2' }],
    ['2', { theme: 'recognition', why: '“2: Recognition” in A3' }],
  ] as const);

  it('names a theme by the key of the file', () => {
    const read = themesOfReferences(['1.1', '1.2', '2.1'], key);
    expect(read?.('2.1')).toEqual({
      theme: 'recognition',
      why: 'From its reference 2.1 and “2: Recognition” in A3.',
    });
  });

  it('says nothing where the references only count', () => {
    expect(themesOfReferences(['1', '2', '3'], key)).toBeUndefined();
  });

  it('names a theme by its letters only where they are those of three themes', () => {
    expect(themesOfReferences(['V1', 'R1', 'CD1', 'S1'], new Map())?.('CD1')?.theme).toBe('career-development');
    expect(themesOfReferences(['R1', 'R2', 'S1'], new Map())).toBeUndefined();
    expect(themesOfReferences(['A1', 'A2', 'A3'], new Map())).toBeUndefined();
  });
});

describe('a plan that rates by where an action stands', () => {
  const one = 'Hold briefings for heads of department';
  const two = 'Add a module to the induction programme';
  const three = 'Create role profiles with the union';
  const read = (...rows: readonly (readonly CellSketch[])[]) => understand([sheetOf(rows)]);
  const rags = (...rows: readonly (readonly CellSketch[])[]) =>
    read(...rows).actions.map(({ action, rag, ragFrom }) => [action, rag, ragFrom]);

  it('says under which heading of a board it stands, and names each red of a row by itself', () => {
    const board = read(['To do', 'In progress', 'Done'], [one, two, three]);
    expect(board.actions.map(({ rag, ragFrom }) => [rag, ragFrom])).toEqual([
      ['red', 'Red, from the heading “To do” over A2'],
      ['amber', 'Amber, from the heading “In progress” over B2'],
      ['green', 'Green, from the heading “Done” over C2'],
    ]);
    expect(board.problems.map(({ key }) => key)).toEqual([board.actions[0]?.key]);
  });

  it('goes on under the themes below a status, and ends with the theme that a status stands under', () => {
    expect(
      rags(['Action', 'Lead'], ['Completed'], ['Visibility'], [one, 'HR'], ['Recognition'], [two, 'HR']).map(
        ([, rag]) => rag,
      ),
    ).toEqual(['green', 'green']);
    expect(
      rags(['Action', 'Lead'], ['Visibility'], ['Completed'], [one, 'HR'], ['Recognition'], [two, 'HR']).map(
        ([, rag]) => rag,
      ),
    ).toEqual(['green', null]);
  });

  it('takes “Ongoing” beside years for a time', () => {
    expect(rags(['Action', 'Lead'], ['Year 1'], [one, 'HR'], ['Ongoing'], [two, 'HR']).map(([, rag]) => rag)).toEqual([
      null,
      null,
    ]);
    expect(rags(['Action', 'Lead'], ['Ongoing'], [one, 'HR'], [two, 'HR']).map(([, rag]) => rag)).toEqual([null, null]);
  });

  it('gives way to a column of ratings, in which a blank is not rated', () => {
    expect(rags(['Action', 'RAG'], ['Completed', ''], [one, 'Amber'], [two, '']).map(([, rag]) => rag)).toEqual([
      'amber',
      null,
    ]);
  });

  it('takes no count of actions for a board', () => {
    expect(read(['Theme', 'Completed', 'In progress'], ['Visibility', '4', '2']).actions).toEqual([]);
  });

  it('takes one sheet called “Completed” for no rating, and two that differ for ratings', () => {
    const sheet = (name: string, action: string) =>
      sheetOf(
        [
          ['Action', 'Lead'],
          [action, 'HR'],
        ],
        { name },
      );
    const alone = understand([sheet('Completed', one)]);
    expect(alone.actions.map(({ rag }) => rag)).toEqual([null]);
    const both = understand([sheet('Completed', one), sheet('Not started', two)]);
    expect(both.actions.map(({ rag, ragFrom }) => [rag, ragFrom])).toEqual([
      ['green', 'Green, from “Completed”, the name of the sheet'],
      ['red', 'Red, from “Not started”, the name of the sheet'],
    ]);
  });
});

describe('colours of how urgent an action is', () => {
  it('rate nothing', () => {
    const level = (text: string, fill: string): CellSketch => ({ text, fill });
    const { actions, ragScheme } = understand([
      sheetOf([
        ['Action', 'Lead', 'Rank'],
        ['Hold briefings for heads of department', 'HR', level('High', '#FF0000')],
        ['Create role profiles with the union', 'HR', level('Low', '#00B050')],
      ]),
    ]);
    expect([ragScheme, actions.map(({ rag }) => rag)]).toEqual(['none', [null, null]]);
  });
});
