import { z } from 'zod';

/** How a person looks at a grid: remembered for each screen, and saved under a name where they wish. */
export const gridViewSchema = z.strictObject({
  /** The first one decides; the order of the plan where there is none. */
  sort: z
    .array(z.strictObject({ column: z.string(), direction: z.enum(['ascending', 'descending']) }))
    .max(5)
    .readonly(),
  /** By column, the values that are shown; a column that is absent shows all. */
  filters: z.record(z.string(), z.array(z.string()).max(500).readonly()).readonly(),
  search: z.string().max(200),
  /** The key of a grouping; null for none. */
  group: z.string().nullable(),
  hidden: z.array(z.string()).max(50).readonly(),
  /** How many columns at the left stay while the others scroll. */
  frozen: z.int().min(0).max(10),
  /** Widths in pixels that a person has set, by column. */
  widths: z.record(z.string(), z.number().min(24).max(2_000)).readonly(),
  wrap: z.boolean(),
  density: z.enum(['comfortable', 'compact']),
  /** Keys of the groups that are folded away. */
  folded: z.array(z.string()).max(500).readonly(),
});
export type GridView = Readonly<z.infer<typeof gridViewSchema>>;

export const plainGridView: GridView = {
  sort: [],
  filters: {},
  search: '',
  group: null,
  hidden: [],
  frozen: 1,
  widths: {},
  wrap: true,
  density: 'comfortable',
  folded: [],
};

/** The screens that hold a grid. */
export const gridScreens = ['last-plan', 'new-plan', 'voice', 'evidence'] as const;
export const gridScreenSchema = z.enum(gridScreens);
export type GridScreen = (typeof gridScreens)[number];
