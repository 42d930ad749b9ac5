import { randomUUID } from 'node:crypto';
import { Refusal } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import type { ImportCorrections, ImportPreview } from '#shared/model/importPreview.ts';
import type { OpenWorkspace } from '../services.ts';
import type { SaidInPlan } from './fieldValues.ts';

export interface KeptPreview {
  readonly preview: ImportPreview;
  readonly planId: string;
  /** What the person had corrected to see it; remembered once it is applied. */
  readonly corrections: ImportCorrections;
  /** What the plan said when it was shown, so that nothing newer is overwritten. */
  readonly said: ReadonlyMap<string, SaidInPlan>;
}

/**
 * Previews that were shown, by the workspace they were shown for: apply brings in exactly one of these and reads no
 * file again. They go with the workspace, and the oldest go first.
 * @param sizeOf in actions; the newest is kept whatever its size.
 */
export function shownPreviews<Preview>(sizeOf: (preview: Preview) => number = () => 0) {
  const shown = new WeakMap<OpenWorkspace, Map<string, Preview>>();
  return {
    keep: (workspace: OpenWorkspace, preview: Preview): string => {
      const previews = shown.get(workspace) ?? new Map<string, Preview>();
      shown.set(workspace, previews);
      const id = randomUUID();
      previews.set(id, preview);
      for (const oldest of previews.keys()) {
        const size = [...previews.values()].reduce((sum, kept) => sum + sizeOf(kept), 0);
        const fits = previews.size <= importLimits.keptPreviews && size <= importLimits.keptPreviewActions;
        if (fits || oldest === id) break;
        previews.delete(oldest);
      }
      return id;
    },
    /** Throws the refusal `import-preview-expired`. */
    take: (workspace: OpenWorkspace, id: string): Preview => {
      const preview = shown.get(workspace)?.get(id);
      if (!preview) throw new Refusal('import-preview-expired');
      return preview;
    },
  } as const;
}

export const { keep: keepPreview, take: takePreview } = shownPreviews<KeptPreview>(
  ({ preview }) => preview.actions.length,
);
