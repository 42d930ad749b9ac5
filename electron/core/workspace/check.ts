import type { Database } from 'better-sqlite3';
import { workspaceLimits } from '#shared/limits.ts';
import { saysDamaged } from './connection.ts';

/**
 * Everything SQLite finds wrong with the file: none means whole. `integrity_check`, not `quick_check`, which passes
 * an index that does not agree with its table. On badly broken files SQLite throws rather than answers: that is a
 * finding too. Throws only what is no damage (a full disk, a lost network).
 */
export function findingsOf(database: Database): readonly string[] {
  try {
    const rows = database.pragma(`integrity_check(${workspaceLimits.findings})`) as readonly {
      readonly integrity_check: string;
    }[];
    const damage = rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
    if (damage.length > 0) return damage.slice(0, workspaceLimits.findings);
    const orphans = database.pragma('foreign_key_check') as readonly {
      readonly table: string;
      readonly parent: string;
    }[];
    const counts = new Map<string, number>();
    for (const { table, parent } of orphans) {
      const pair = `${table} that belong to no ${parent}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return [...counts].map(([pair, count]) => `Rows of ${pair}: ${count}`);
  } catch (cause) {
    if (!saysDamaged(cause)) throw cause;
    return [(cause as Error).message];
  }
}
