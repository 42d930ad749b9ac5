import { useMemo } from 'react';
import { useWorkspace } from '../../stores/workspace.ts';
import { shortUse, type Use, usesBySource } from './whereUsed.ts';

interface Uses {
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** What one entry serves, each in a few words and once. */
  readonly serves: (id: string) => readonly string[];
}

/** Where every entry of a kind serves, worked out again when anything changes: some twenty answers are read. */
export function useUses(kind: 'voice' | 'evidence'): Uses {
  const rows = useWorkspace((state) => state.rows);
  return useMemo(() => {
    const uses = usesBySource(rows, kind);
    return { uses, serves: (id) => [...new Set((uses.get(id) ?? []).map((use) => shortUse(rows, use)))] };
  }, [rows, kind]);
}
