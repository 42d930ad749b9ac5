import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCore } from '#core/core.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/contract/contract.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { createPorts } from '../../electron/hosts/ports.ts';

/**
 * Makes workspaces in a data folder before an application is started on it: each with a backup, and one change after
 * it. Gives the paths, in order.
 */
export async function makeWorkspaces(
  dataFolder: string,
  institutions: readonly string[],
  pathOf: (institution: string) => string = (institution) => join(dataFolder, 'workspaces', `${institution}.tcplan`),
): Promise<readonly string[]> {
  const resourcesFolder = resolve(import.meta.dirname, '../../resources');
  const core = createCore(createPorts({ host: 'cli', dataFolder, resourcesFolder, appVersion: '0.0.0-test' }));
  const call = async <Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> => {
    const result = await core.dispatch(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${result.error.code}`);
    return result.value as ChannelOutput<Name>;
  };
  for (const institution of institutions) {
    const file = core.fileTokens.holdPath(pathOf(institution));
    await call('workspace.create', { institution, stage: 3, signedOn: '2020-09-14', file });
    await call('institution.edit', { fields: { profile: 'Written before the backup.' } });
    await call('workspace.backUp', {});
    await call('framework.add', { title: 'Written after the backup', description: '' });
  }
  core.close();
  return institutions.map(pathOf);
}

/** Overwrites a page of a table that history does not need. */
export function damageFile(path: string): void {
  const page = withPlainSqlite(path, (database) =>
    database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'voice'").pluck().get(),
  ) as number;
  const bytes = readFileSync(path);
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}
