import { describe, expect, it } from 'vitest';
import { areFilledCircles, readCircle } from './circles.ts';
import { isBoard, statusOfHeading } from './statusHeading.ts';
import { themesOfReferences } from './themeKey.ts';

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
