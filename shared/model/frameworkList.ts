import { z } from 'zod';

/** What a column of a list says. `about` describes the framework, `id` is the planner's own. */
export const listRoles = ['framework', 'about', 'code', 'title', 'id', 'other'] as const;
export const listRoleSchema = z.enum(listRoles);
export type ListRole = z.infer<typeof listRoleSchema>;

/** What a person has said instead of what was guessed. */
export const listCorrectionsSchema = z.strictObject({
  sheet: z.int().nonnegative().optional(),
  /** By the number of the column, from 0. */
  roles: z.record(z.string(), listRoleSchema).optional(),
});
export type ListCorrections = Readonly<z.infer<typeof listCorrectionsSchema>>;

export const listColumnSchema = z.strictObject({
  column: z.int().nonnegative(),
  /** `C`, as a person calls it. */
  letter: z.string(),
  heading: z.string(),
  role: listRoleSchema,
  /** Why it was read so. */
  reason: z.string(),
});

/** A list as a file has it, before it is held against the frameworks. */
export const listReadingSchema = z.strictObject({
  sheets: z.array(z.strictObject({ index: z.int(), name: z.string() })).readonly(),
  sheet: z.int(),
  columns: z.array(listColumnSchema).readonly(),
  entries: z
    .array(
      z.strictObject({
        /** As a person counts, from 1. */
        row: z.int(),
        id: z.string(),
        framework: z.string(),
        about: z.string().nullable(),
        code: z.string(),
        title: z.string(),
      }),
    )
    .readonly(),
  skipped: z.array(z.strictObject({ row: z.int(), reason: z.string() })).readonly(),
});
export type ListReading = Readonly<z.infer<typeof listReadingSchema>>;
export type ListEntry = ListReading['entries'][number];

const frameworkPlan = z.strictObject({
  title: z.string(),
  /** Null where it is new. */
  frameworkId: z.string().nullable(),
  /** What it is called now, where the file calls it otherwise. */
  renamedFrom: z.string().nullable(),
  about: z.string().nullable(),
  items: z
    .array(
      z.strictObject({
        row: z.int(),
        itemId: z.string().nullable(),
        kind: z.enum(['new', 'changed', 'same']),
        code: z.string(),
        title: z.string(),
        /** What a changed item says now. */
        before: z.string().nullable(),
      }),
    )
    .readonly(),
  /** Items that stand in the planner and not in the file: they stay. */
  notInFile: z.array(z.string()).readonly(),
});
export type FrameworkPlan = Readonly<z.infer<typeof frameworkPlan>>;

/** What bringing a list in would do. The digest says of what was shown that it still holds. */
export const listPreviewSchema = z.strictObject({
  fileName: z.string(),
  reading: listReadingSchema.omit({ entries: true }),
  frameworks: z.array(frameworkPlan).readonly(),
  changes: z.int().nonnegative(),
  digest: z.string(),
});
export type ListPreview = Readonly<z.infer<typeof listPreviewSchema>>;
