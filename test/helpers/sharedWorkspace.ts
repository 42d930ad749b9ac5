import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCore } from './openCore.ts';
import { testPorts } from './ports.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { makeFile, withPlainSqlite } from './workspaceFile.ts';

export type SharedWorkspace = ReturnType<typeof sharedWorkspace>;

/** A workspace in a synchronised folder, and a core that has not opened it yet. */
export function sharedWorkspace() {
  const folder = temporaryFolder();
  const shared = join(folder, 'OneDrive - Eastmere University');
  mkdirSync(shared);
  const path = makeFile(shared);
  const ports = testPorts({ folder: join(folder, 'data') });
  const test = startCore({ ports });
  const row = (title: string) => ({ id: ports.newId(), position: 1, title });
  return {
    /** The folder that is synchronised; the data of this computer lies beside it. */
    shared,
    /** The workspace in it. */
    path,
    ports,
    test,
    open: () => test.call('workspace.open', { file: test.core.fileTokens.holdPath(path) }),
    /** A change in the workspace that is open: a framework of this title. */
    add: (title: string) =>
      test.services.change(title, ({ rows }) => {
        rows.insert('framework', { ...row(title), description: '', binned: false });
      }),
    /** What a colleague's computer, or the synchronisation, puts in the original's place. */
    colleagueAdds: (title: string) =>
      withPlainSqlite(path, (database) =>
        database.prepare('INSERT INTO framework (id, position, title) VALUES (@id, @position, @title)').run(row(title)),
      ),
  };
}

/** The titles of the frameworks in a file, read past the application. */
export const titlesIn = (file: string): readonly string[] =>
  withPlainSqlite(file, (database) =>
    database.prepare('SELECT title FROM framework ORDER BY title').pluck().all(),
  ) as string[];
