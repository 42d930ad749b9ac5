import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { outlineOf } from '#test/helpers/outlineOf.ts';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { outlineSheets } from './outline.ts';
import { understand } from './understand.ts';

const read = (text: string) => understand(outlineSheets(outlineOf(text)));
const fields = (text: string, ...names: readonly (keyof PreviewAction)[]) =>
  read(text).actions.map((action) => names.map((name) => action[name]));

describe('a plan that is written as headings and lists', () => {
  it('gives every action the theme, the objective and the timescale that it stands under', () => {
    const text = `# Action plan
      ## Theme 1: Visibility
      ### Objective 1: Be seen by students
      * Publish a directory of technicians
      ### Objective 2: Be heard
      * Give technicians a seat on Senate
      ## Recognition
      !Year 1
      * Start an award
      !Year 2
      * Write to winners`;
    expect(fields(text, 'themes', 'objective', 'action', 'dueText')).toEqual([
      [['visibility'], 'Be seen by students', 'Publish a directory of technicians', ''],
      [['visibility'], 'Be heard', 'Give technicians a seat on Senate', ''],
      [['recognition'], '', 'Start an award', 'Year 1'],
      [['recognition'], '', 'Write to winners', 'Year 2'],
    ]);
  });

  it('knows themes under timescales as well as timescales under themes', () => {
    const text = `# Our commitments
      ## 6-12 months
      ### Visibility
      * Publish a directory
      ### Recognition
      * Start an award
      ## 1 to 2 years
      ### Visibility
      * Hold a day for technicians`;
    expect(fields(text, 'themes', 'dueText', 'action')).toEqual([
      [['visibility'], '6-12 months', 'Publish a directory'],
      [['recognition'], '6-12 months', 'Start an award'],
      [['visibility'], '1 to 2 years', 'Hold a day for technicians'],
    ]);
  });

  it('takes themes from lists, and groups within them for objectives', () => {
    const text = `# Action plan
      * Visibility
      ** Communications:
      *** Publish a digest each month (Lead: Comms; Y1)
      *** Renew the web pages (Lead: Web team; Y2)
      * Recognition
      ** Start an award (VC Office, December 2025)`;
    expect(fields(text, 'themes', 'objective', 'action', 'owner', 'dueText')).toEqual([
      [['visibility'], 'Communications', 'Publish a digest each month', 'Comms', 'Y1'],
      [['visibility'], 'Communications', 'Renew the web pages', 'Web team', 'Y2'],
      [['recognition'], '', 'Start an award', 'VC Office', 'December 2025'],
    ]);
  });

  it('takes lines without any style for headings where their words are enough', () => {
    const text = `Visibility
      1. Publish a directory (Y1)
      2. Hold a day for technicians (Y2)
      Theme: Career development
      1. Draw a map of careers (Y1-3)`;
    expect(fields(text, 'ref', 'themes', 'action', 'dueText')).toEqual([
      ['1', ['visibility'], 'Publish a directory', 'Y1'],
      ['2', ['visibility'], 'Hold a day for technicians', 'Y2'],
      ['1', ['career-development'], 'Draw a map of careers', 'Y1-3'],
    ]);
  });

  it('reads labelled lines below an action, and where a value stands in the line after its label', () => {
    const text = `# Action plan
      ## Visibility
      1.1) Publish a directory
      Lead: HR
      Success measures:
      * 90% of posts listed
      * 500 visits a month
      RAG: Amber
      1.2) Hold a day for technicians
      Timescale:
      June 2025
      Status: Not started`;
    expect(fields(text, 'ref', 'action', 'owner', 'successMeasure', 'due', 'rag')).toEqual([
      ['1.1', 'Publish a directory', 'HR', '90% of posts listed\n500 visits a month', null, 'amber'],
      ['1.2', 'Hold a day for technicians', '', '', '2025-06-30', 'red'],
    ]);
  });

  it('reads forms of labelled lines, one after the other', () => {
    const text = `# Plan
      ## Visibility
      Action 1
      Description: Publish a directory of technicians
      Lead: HR
      Deadline: May 2024
      RAG rating: Green
      Action 2
      Description: Hold a day for technicians
      Lead: Events
      RAG rating: Red
      Explanation: There was no room free`;
    expect(fields(text, 'ref', 'action', 'owner', 'due', 'rag', 'redExplanation')).toEqual([
      ['1', 'Publish a directory of technicians', 'HR', '2024-05-31', 'green', ''],
      ['2', 'Hold a day for technicians', 'Events', null, 'red', 'There was no room free'],
    ]);
  });

  it('gives what stands right below a theme to all its actions, and measures below them likewise', () => {
    const text = `# Action plan
      ## Visibility
      Lead: Head of Communications
      * Publish a directory
      * Hold a day for technicians
      ### Success measures
      * Half of students know a technician by name
      ## Recognition
      * Start an award`;
    expect(fields(text, 'owner', 'successMeasure')).toEqual([
      ['Head of Communications', 'Half of students know a technician by name'],
      ['Head of Communications', 'Half of students know a technician by name'],
      ['', ''],
    ]);
  });

  it('takes headings that are ratings for the ratings of what is below them', () => {
    const text = `# Action plan: where it stands
      ## Visibility
      ### Green – completed
      * Publish a directory
      ### Amber – in progress
      * Start an award
      ### Red
      * Write a policy on authorship`;
    expect(fields(text, 'action', 'rag')).toEqual([
      ['Publish a directory', 'green'],
      ['Start an award', 'amber'],
      ['Write a policy on authorship', 'red'],
    ]);
  });

  it('keeps what is nested below an action as a note on it', () => {
    const [first] = read(`# Action plan
      ## Visibility
      * Hold a day for technicians each June
      ** book the hall
      ** invite the schools
      ** Venue: main hall
      * Publish a digest`).actions;
    expect(first?.action).toBe('Hold a day for technicians each June');
    expect(first?.notes).toEqual([
      { header: 'Details', text: 'book the hall\ninvite the schools' },
      { header: 'Venue', text: 'main hall' },
    ]);
  });

  it('takes headings and short paragraphs for actions where a plan has no lists', () => {
    const headings = `# Technician Commitment action plan
      ## Visibility
      ### Publish a directory of technicians
      The web team helps. It will be ready in spring.
      ### Hold a day for technicians
      ## Recognition
      ### Start an award`;
    const paragraphs = `# Action plan
      ## Visibility
      Publish a directory of technicians.
      ## Recognition
      Start an award.
      The steering group looks after this plan and meets each term.`;
    expect(fields(headings, 'themes', 'action')).toEqual([
      [['visibility'], 'Publish a directory of technicians'],
      [['visibility'], 'Hold a day for technicians'],
      [['recognition'], 'Start an award'],
    ]);
    expect(fields(paragraphs, 'action')).toEqual([['Publish a directory of technicians.'], ['Start an award.']]);
  });

  it('names the paragraph where an action stands', () => {
    const { problems, tables } = read(`# Action plan
      ## Pillar 1: Community
      * Set up a network of technicians
      * Hold a lunch (31 June 2018)`);
    expect(tables[0]).toMatchObject({ kind: 'wordOutline', headerRow: null, use: 'plan' });
    expect(problems.map(({ message }) => message)).toContain(
      'Paragraph 4: there is no day “31 June 2018”. The text is kept; set the date.',
    );
  });
});

describe('what is no plan of headings and lists', () => {
  it.each([
    [
      'a report',
      '# Report\n## Staffing\n* We employ 140 technicians\n* Twelve joined\n## Estates\n* A workshop opened',
    ],
    ['prose', '# Technicians\nThey matter to us.\nWe are proud of them.'],
    ['the contents of a document', 'Contents\n1 Visibility\\t3\n2 Recognition\\t4'],
    ['a list of people', '# Steering group\n* A. Lowe, Chair\n* B. Nair, Physics'],
  ])('gives nothing for %s', (_, text) => {
    expect(outlineSheets(outlineOf(text))).toEqual([]);
  });

  it.each([
    [
      'a report by theme',
      '# What we did\n## Visibility\n* A day was held in June\n* Pages were renewed\n## Recognition\n* Three people won prizes',
      /read as a report/,
    ],
    [
      'the actions of a meeting',
      '# Minutes\n## Actions\n* AB to circulate the survey by 3 May\n* CD to book a room',
      /little shows/,
    ],
    [
      'promises in prose',
      '# Our work\n## Visibility\nWe will continue to publish stories.\n## Recognition\nWe will keep the awards going.',
      /little shows/,
    ],
  ])('only offers %s, with the reason', (_, text, why) => {
    const { actions, alternatives } = read(text);
    expect(actions).toEqual([]);
    expect(alternatives.map((one) => one.kind)).toEqual(['less-likely']);
    expect(alternatives[0]?.why).toMatch(why);
  });

  it('leaves out introduction, governance, what was achieved, and signatures', () => {
    const text = `# Self-assessment and action plan
      ## Introduction
      * Support technicians
      ## Governance
      * Report to Senate each year
      ## Visibility
      ### What we have achieved
      * Held a day for technicians
      ### What we will do next
      * Publish a map of technical services (Y1)
      * Hold open afternoons (Y2)
      ## Sign-off
      Signed: A. Lowe
      Date: 3 May 2024
      * Keep this page`;
    expect(fields(text, 'action', 'dueText')).toEqual([
      ['Publish a map of technical services', 'Y1'],
      ['Hold open afternoons', 'Y2'],
    ]);
  });
});

describe('lists beside a plan in tables', () => {
  const table = sheetOf(
    [
      ['Action', 'Lead', 'RAG'],
      ['Open the workshop to visitors', 'Estates', 'Green'],
    ],
    { kind: 'wordTable' },
  );
  it('are offered where they plainly are actions, and else left', () => {
    const plan = outlineSheets(
      outlineOf('# Action plan\n## Visibility\n* Publish a directory (Y1)\n* Start a blog (Y2)'),
    );
    const report = outlineSheets(
      outlineOf('# Report\n## Visibility\n* A day was held\n## Recognition\n* Prizes were won'),
    );
    const uses = (sheets: typeof plan) => understand([table, ...sheets]).tables.map(({ use }) => use);
    expect(uses(plan)).toEqual(['plan', 'alternative']);
    expect(uses(report)).toEqual(['plan', 'not-a-plan']);
  });

  it('are taken when a person chooses them', () => {
    const sheets = [
      table,
      ...outlineSheets(outlineOf('# Action plan\n## Visibility\n* Publish a directory (Y1)\n* Start a blog (Y2)')),
    ];
    const [offered] = understand(sheets).alternatives;
    const { actions } = understand(sheets, { corrections: { tables: offered?.tables } });
    expect(actions.map(({ action }) => action)).toEqual(['Publish a directory', 'Start a blog']);
  });
});
