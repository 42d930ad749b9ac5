import { z } from 'zod';

const noticesSchema = z.array(
  z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);
export type LicenceNotice = z.infer<typeof noticesSchema>[number];

/** The notices that the build put beside the page; null where they cannot be read. */
export async function loadNotices(): Promise<readonly LicenceNotice[] | null> {
  try {
    const response = await fetch('/licences.json');
    return response.ok ? noticesSchema.parse(await response.json()) : null;
  } catch {
    // Not built yet, or the host is gone: the page says what to do.
    return null;
  }
}
