import { describe, expect, it } from 'vitest';
import type { Submission } from '#core/export/submission.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { all, first, readWord, styled, textOf, type XmlElement } from '#test/golden/word/readWord.ts';
import { type Rating, ragAppearance } from './ragAppearance.ts';
import { writeWord } from './writeWord.ts';

async function documentOf(submission: Submission): Promise<XmlElement> {
  return readWord(await writeWord(submission)).document;
}

function only(parts: Submission['options']['parts'], planAs: 'tables' | 'lists' = 'tables'): Submission {
  return { ...fullSubmission, options: { ...fullSubmission.options, parts, planAs } };
}

function cellsOf(row: XmlElement): readonly string[] {
  return all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n'));
}

describe('every table', () => {
  it('repeats one header row, merges nothing, leaves no cell empty and fills its width exactly', async () => {
    const tables = all(await documentOf(fullSubmission), 'w:tbl');
    expect(tables).toHaveLength(2 + 3 + 4 + 1 + 1);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)]);
      expect([...all(table, 'w:gridSpan'), ...all(table, 'w:vMerge'), ...all(table, 'w:hMerge')]).toEqual([]);
      for (const cell of all(table, 'w:tc')) expect(textOf(cell).trim()).not.toBe('');
      const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(first(table, 'w:tblW')?.attributes['w:w']));
      for (const row of rows) expect(all(row, 'w:tc')).toHaveLength(widths.length);
    }
  });

  it('keeps a row on one page unless it is longer than half of one', async () => {
    const rows = all(await documentOf(fullSubmission), 'w:tr');
    const splittable = rows.filter((row) => first(row, 'w:cantSplit') === undefined);
    expect(splittable.map((row) => cellsOf(row)[0])).toEqual(['R1']);
    expect(cellsOf(splittable[0] as XmlElement)[1]).toContain('grading pathway');
  });
});

describe('the new plan in tables', () => {
  it('has a heading and a table for each theme, lined up under each other', async () => {
    const document = await documentOf(only(['new-plan']));
    expect(styled(document, 'Heading2').map(textOf)).toEqual([
      'Visibility',
      'Recognition',
      'Career Development',
      'Sustainability',
    ]);
    const grids = all(document, 'w:tbl').map((table) =>
      all(table, 'w:gridCol')
        .map((column) => column.attributes['w:w'])
        .join(' '),
    );
    expect(new Set(grids).size).toBe(1);
  });

  it('prints what is written and Not set for what is missing', async () => {
    const rows = all(await documentOf(only(['new-plan'])), 'w:tr').map(cellsOf);
    expect(rows[1]).toEqual([
      'V1',
      'Technical work is seen where research is seen.',
      'Extend the naming of technicians in outputs to the Faculty of Health and report the count each year.\nCarries on: V2\nAlso under: Recognition',
      'Head of Technical Services\nSupporting: Research Office; Library',
      'February 2027 to July 2028',
      '150 outputs a year name a technician by 2029 (84 in 2026).',
      'Half a day a week of a research support librarian',
    ]);
    expect(rows).toContainEqual([
      'CD2',
      'Not set',
      'Open the leadership programme to technical grades 5 and 6.',
      'Not set',
      'Not set',
      'Not set',
      'Not set',
    ]);
  });

  it('has no column that nobody filled in, except those that a plan cannot be without', async () => {
    const bare = {
      ...fullSubmission.newPlan,
      groups: fullSubmission.newPlan.groups.map((group) => ({
        ...group,
        actions: group.actions.map((action) => ({
          ...action,
          ref: '',
          objective: '',
          resources: '',
          successMeasure: '',
        })),
      })),
    };
    const [heading] = all(await documentOf({ ...only(['new-plan']), newPlan: bare }), 'w:tr');
    expect(cellsOf(heading as XmlElement)).toEqual(['Action', 'Lead', 'Timescale', 'Success measure']);
  });
});

describe('the review of the last plan', () => {
  it('gives each rating as letter, word and shade', async () => {
    const cells = all(await documentOf(only(['last-plan'])), 'w:tc').filter((cell) => /^[GARN]: /u.test(textOf(cell)));
    expect(
      cells.map((cell) => [textOf(first(cell, 'w:p') as XmlElement), first(cell, 'w:shd')?.attributes['w:fill']]),
    ).toEqual([
      ['G: Green', ragAppearance.green.fill],
      ['A: Amber', ragAppearance.amber.fill],
      ['G: Green', ragAppearance.green.fill],
      ['R: Red', ragAppearance.red.fill],
      ['N: Not yet rated', ragAppearance['not-rated'].fill],
    ]);
  });

  it('says what the ratings mean before the first of them', async () => {
    const text = all(await documentOf(only(['last-plan'])), 'w:p').map(textOf);
    const key = text.findIndex((line) => line.includes('R: Red') && line.includes('still to be carried out'));
    expect(key).toBeGreaterThan(0);
    expect(key).toBeLessThan(text.indexOf('Visibility', key));
  });

  it('gives the reason for a red and what becomes of it', async () => {
    const row = all(await documentOf(only(['last-plan'])), 'w:tr')
      .map(cellsOf)
      .find((cells) => cells[0] === 'R2');
    expect(row?.at(-2)).toBe(
      'Explanation: The finance system that would hold it is a year late.\nA paper trial in one workshop is under way.',
    );
    expect(row?.at(-1)).toBe('Carried forward (see new action S1)');
  });

  it('says so where a theme has no actions', async () => {
    expect(styled(await documentOf(only(['last-plan'])), 'Guidance').map(textOf)).toContain(
      'There are no actions here.',
    );
  });
});

describe('the plan as lists', () => {
  it('has a heading for each action and no tables', async () => {
    const document = await documentOf(only(['last-plan', 'new-plan'], 'lists'));
    expect(all(document, 'w:tbl')).toEqual([]);
    expect(styled(document, 'Heading3').map(textOf)).toEqual([
      'Action V1',
      'Action V2',
      'Action R1',
      'Action R2',
      'Action 1',
      'Action V1',
      'Action V2',
      'Action R1',
      'Action CD1',
      'Action CD2',
      'Action S1',
    ]);
  });

  it('has the words of the tables', async () => {
    const wordsOf = async (planAs: 'tables' | 'lists') => {
      const document = await documentOf(only(['last-plan', 'new-plan'], planAs));
      return new Set(all(document, 'w:p').flatMap((paragraph) => textOf(paragraph).split(/[\s,;:()]+/u)));
    };
    const [tables, lists] = [await wordsOf('tables'), await wordsOf('lists')];
    expect([...tables].filter((word) => !lists.has(word) && !['Ref', 'last', 'document'].includes(word))).toEqual([]);
  });
});

describe('the shades of the ratings', () => {
  const ratings = Object.keys(ragAppearance) as readonly Rating[];

  function luminance(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
      const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
      return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(first: string, second: string): number {
    const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  }

  it.each(ratings)('keep the text of %s at 4.5 to 1 or more', (rating) => {
    expect(contrast(ragAppearance[rating].fill, ragAppearance[rating].ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('stay apart when printed in grey', () => {
    const { green, amber, red } = ragAppearance;
    expect(contrast(green.fill, amber.fill)).toBeGreaterThan(1.3);
    expect(contrast(amber.fill, red.fill)).toBeGreaterThan(1.3);
  });
});
