import type { Rag, Theme } from '#shared/model/words.ts';
import type { CellSketch } from './sheetOf.ts';

/** Header words of published plans, as the domain page lists them. */
export const headings = {
  ref: ['Ref', 'No.', 'Reference', '#', 'Action no', 'Item'],
  theme: ['Theme', 'Pillar', 'Pillar(s)', 'Key area', 'Priority area', 'Area', 'Principle', 'THEME'],
  action: [
    'Action',
    'Actions',
    'Action(s)',
    'Actions and outputs',
    'Action Required',
    'Planned action/objective',
    'Planned Activity',
    'Activity',
    'Step(s)',
    'What is to be done',
    'Description',
    'Agreed actions',
    'ACTION',
  ],
  owner: [
    'Responsibility',
    'Responsible',
    'Lead',
    'Lead(s)',
    "Who's leading",
    'Person(s) responsible',
    'Internal Area',
    'Accountability',
    'Owner',
    'Lead officer',
    'Accountable',
    'By whom',
  ],
  due: [
    'End',
    'Timescale',
    'Timeframe',
    'Timeline',
    'Date',
    'Deadline',
    'By when',
    'When',
    'Due',
    'Target date',
    'Due date',
  ],
  measure: [
    'Success Measure',
    'Success measure/s',
    'Success criteria',
    'Measures of success',
    'Impact',
    'KPI',
    'Success Measures',
  ],
  progress: [
    'Progress',
    'Progress & Next Steps',
    'Comments',
    'Commentary',
    'Update March 2024',
    'Status update',
    'Current position',
  ],
  rag: ['RAG', 'R/A/G', 'RAG status', 'Rating', 'Status', 'RAG rating'],
} as const;
export type PlanField = keyof typeof headings;

export const sentences = [
  'Add technical staff to the induction tour',
  'Book a stand at the summer show for makers',
  'Cost a rota for shared workshops',
  'Draw up role profiles with the union',
  'Enter three colleagues for national prizes',
  'Film how rare instruments are set up',
  'Give each technician a buddy in another school',
  'Hold a lunch for long service',
  'Invite a technician to every away day',
  'Keep a register of skills held by one person',
  'Lend kit to the partner college',
  'Map careers from apprentice to manager',
  'Complete the skills audit',
  'Continuing professional development for all',
  'No lone working after six',
  'Started apprenticeships need a mentor',
] as const;
export const owners = [
  'Director of Estates',
  'HR Business Partner',
  'Library',
  'Dean of Science',
  'Steering Group',
] as const;
export const dueTexts = [
  ['June 2024', '2024-06-30'],
  ['31/12/2024', '2024-12-31'],
  ['Q3 2025', '2025-09-30'],
  ['by 2026', '2026-12-31'],
  ['Ongoing', null],
  ['AY 2024/25', '2025-07-31'],
  ['End of May 2025', '2025-05-31'],
  ['TBC', null],
  ['', null],
] as const;
export const measures = ['80% of schools take part', 'Ten bids a year', 'Half of those asked reply', ''] as const;
export const updates = [
  'Two events held, third booked',
  'Draft with the committee',
  'Four schools have finished',
  '',
] as const;
export const themeNames: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career Development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating Impact',
};
export const ratings: Readonly<Record<string, Readonly<Record<Rag, CellSketch>>>> = {
  words: { green: 'Green', amber: 'Amber', red: 'Red' },
  letters: { green: 'G', amber: 'A', red: 'R' },
  statuses: { green: 'Completed', amber: 'In progress', red: 'Not started' },
  others: { green: 'Done', amber: 'Under way', red: 'Yet to start' },
  remarks: { green: 'Green (complete)', amber: 'Amber (ongoing)', red: 'Red (still to be carried out)' },
  fills: {
    green: { text: '', fill: '#92D050' },
    amber: { text: '', fill: '#FFC000' },
    red: { text: '', fill: '#FF0000' },
  },
  paleFills: {
    green: { text: '', fill: '#C6EFCE' },
    amber: { text: '', fill: '#FFEB9C' },
    red: { text: '', fill: '#FFC7CE' },
  },
  dots: {
    green: { text: '●', fontColour: '#00B050' },
    amber: { text: '●', fontColour: '#FFC000' },
    red: { text: '●', fontColour: '#FF0000' },
  },
};

/** Headings and texts that are no field of an action. */
export const extraHeadings = [
  'Strategic link',
  'Priority',
  'Cost code',
  'Last updated',
  'Next steps',
  'Date added',
  'Risk',
] as const;
export const extraTexts = ['People Plan', 'High', 'X100', '2021', 'See minutes', ''] as const;
