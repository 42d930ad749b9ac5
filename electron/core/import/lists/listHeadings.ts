/** What both ends agree on: the writer of a list and the reader that knows it again. */
export const listHeadings = {
  framework: 'Framework',
  about: 'What it is',
  code: 'Code',
  title: 'Item',
  id: 'Planner id',
} as const;
