/**
 * Lists that many institutions keep, offered by name and begun empty: what stands in them belongs to their owners, and
 * is typed or brought in from a spreadsheet.
 */
export const startingLists: readonly { readonly title: string; readonly description: string }[] = [
  {
    title: 'TALENT Commission recommendations',
    description:
      'What the commission on technical talent recommends to employers, as your copy of its report words it.',
  },
  { title: 'Regional action points', description: 'What the institutions of a region or a consortium have agreed.' },
  { title: 'Athena Swan', description: 'Priorities of the institution’s own action plan under the charter.' },
  { title: 'Race Equality Charter', description: 'Priorities of the institution’s own action plan under the charter.' },
  { title: 'REF', description: 'What the research environment statement says about people and culture.' },
  { title: 'TEF', description: 'What the teaching submission says about those who support learning.' },
  { title: 'Concordats', description: 'What the concordats that the institution has signed ask of it.' },
  { title: 'Local strategy', description: 'Aims of the institution’s own strategy and its people plan.' },
];
