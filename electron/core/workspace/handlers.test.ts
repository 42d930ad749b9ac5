import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { openWorkspaceFile } from './openFile.ts';
import { makeWorkspace } from './opening.ts';

const newWorkspace = { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' } as const;
const pathOf = ({ services }: TestCore): string => services.session.required().path;
const nameIn = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.institution[0]?.name;
const rename = ({ call }: TestCore, name: string) => call('institution.edit', { fields: { name } });

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 8192, 24_576);
  writeFileSync(path, bytes);
}

describe('making a workspace', () => {
  it('has its institution and its cycle, as one step that is never undone', async () => {
    const { call, refusal, ports } = await openCore();
    const { rows, history } = await call('workspace.load', {});
    expect(rows.institution).toMatchObject([{ name: 'Eastmere University', signedOn: '2020-09-14' }]);
    expect(rows.cycle).toMatchObject([{ stage: 3 }]);
    expect(rows.plan).toHaveLength(2);
    expect(history).toEqual({ undo: null, redo: null, stepId: 1, savedAt: ports.now().toISOString() });

    await call('institution.edit', { fields: { website: 'https://eastmere.example' } });
    await call('history.undo', {});
    expect(await refusal('history.undo', {})).toMatchObject({ code: 'nothing-to-undo' });
    const still = await call('workspace.load', {});
    expect(still.rows).toEqual(rows);
    expect(still.history.redo).not.toBeNull();
  });

  it('names the file after the institution, as Windows accepts it, and never takes a name twice', async () => {
    const test = startCore();
    const make = async (institution: string) =>
      (await test.call('workspace.create', { ...newWorkspace, institution })).fileName;
    expect(await make('Eastmere University')).toBe('Eastmere University.tcplan');
    expect(await make('Eastmere University')).toBe('Eastmere University 2.tcplan');
    expect(await make('Sea/Shore: "Institute"?')).toBe('Sea Shore Institute.tcplan');
    expect(await make('CON')).toBe('CON file.tcplan');
    expect(await make('///')).toBe('Workspace.tcplan');
  });

  it('puts it where the person chose, and refuses a name that is taken or that Windows refuses', async () => {
    const test = startCore();
    const chosen = join(test.ports.dataFolder, 'Chosen');
    const file = test.core.fileTokens.holdPath(chosen);
    expect(await test.call('workspace.create', { ...newWorkspace, file })).toMatchObject({ fileName: 'Chosen.tcplan' });
    expect(await test.refusal('workspace.create', { ...newWorkspace, file })).toMatchObject({
      code: 'workspace-exists',
      detail: { fileName: 'Chosen.tcplan' },
    });
    const refused = test.core.fileTokens.holdPath(join(test.ports.dataFolder, 'what?.tcplan'));
    expect(await test.refusal('workspace.create', { ...newWorkspace, file: refused })).toMatchObject({
      code: 'file-name-refused',
    });
    expect((await test.call('app.state', {})).workspace).toMatchObject({ fileName: 'Chosen.tcplan' });
  });

  it('refuses a stage that no question set asks', async () => {
    const test = startCore();
    expect(await test.refusal('workspace.create', { ...newWorkspace, stage: 9 })).toMatchObject({
      code: 'input-invalid',
      detail: { field: 'stage' },
    });
    expect((await test.call('app.state', {})).workspace).toBeNull();
  });

  it('leaves no file behind when it cannot be filled, and opens again what was open', async () => {
    const test = await openCore();
    const files = () =>
      readdirSync(join(test.ports.dataFolder, 'workspaces')).filter((name) => !name.endsWith('-journal'));
    const before = files();
    const path = join(test.ports.dataFolder, 'workspaces', 'Another.tcplan');
    const fill = () => Promise.reject(new RangeError('half way'));
    await expect(makeWorkspace(test.services, path, fill)).rejects.toThrow(RangeError);
    expect(files()).toEqual(before);
    expect(await nameIn(test)).toBe('Eastmere University');
  });
});

describe('the Start screen', () => {
  it('knows the stages from data, newest version of each', async () => {
    const { stages } = await startCore().call('app.state', {});
    expect(stages).toMatchObject([
      { stage: 1, planMonths: 24, reviewsLastPlan: false },
      { stage: 2, planMonths: 36, reviewsLastPlan: true },
      { stage: 3, planMonths: 36, reviewsLastPlan: true },
    ]);
  });

  it('lists recent workspaces, newest first, by the name that the institution has now, and forgets on request', async () => {
    const test = await openCore();
    await rename(test, 'Westmere University');
    await test.call('workspace.create', { ...newWorkspace, institution: 'Northmere Institute' });
    const { recent } = await test.call('app.state', {});
    expect(recent).toMatchObject([
      { institution: 'Northmere Institute', missing: false },
      { institution: 'Westmere University', fileName: 'Eastmere University.tcplan', missing: false },
    ]);
    await test.call('workspace.forget', { recentId: recent[1]?.id ?? '' });
    expect((await test.call('app.state', {})).recent).toHaveLength(1);
    expect(existsSync(join(test.ports.dataFolder, 'workspaces', 'Eastmere University.tcplan'))).toBe(true);
  });

  it('says when a recent workspace is missing, and refuses to open it', async () => {
    const test = await openCore();
    const path = pathOf(test);
    await test.call('workspace.close', {});
    rmSync(path);
    const { recent } = await test.call('app.state', {});
    expect(recent).toMatchObject([{ missing: true }]);
    expect(await test.refusal('workspace.open', { recentId: recent[0]?.id ?? '' })).toMatchObject({
      code: 'workspace-missing',
    });
  });

  it('starts with an empty list when the settings file is broken', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), '{"recent": [');
    expect((await startCore({ folder }).call('app.state', {})).recent).toEqual([]);
  });

  it('works without settings that can be written', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'settings.json'));
    const test = await openCore({ folder });
    expect((await test.call('app.state', {})).recent).toEqual([]);
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(test.ports.lines).toContainEqual(expect.stringMatching(/^settings failed/));
  });

  it('never says more of a path than its folder, and takes none as input', async () => {
    const test = await openCore();
    expect(await test.refusal('workspace.open', { recentId: pathOf(test) })).toMatchObject({
      code: 'workspace-missing',
    });
  });
});

describe('opening', () => {
  it('refuses everything that needs a workspace while none is open', async () => {
    const test = startCore();
    expect(await test.refusal('workspace.load', {})).toMatchObject({ code: 'workspace-not-open' });
    expect(await test.refusal('history.undo', {})).toMatchObject({ code: 'workspace-not-open' });
    expect(await test.refusal('workspace.backUp', {})).toMatchObject({ code: 'workspace-not-open' });
  });

  it('gives the workspace that is open already rather than refuse it as in use', async () => {
    const test = await openCore();
    const info = (await test.call('app.state', {})).workspace;
    expect(await test.call('workspace.open', { recentId: info?.recentId ?? '' })).toEqual(info);
  });

  it('keeps the open workspace open when another is refused', async () => {
    const test = await openCore();
    const other = join(test.ports.dataFolder, 'other.tcplan');
    writeFileSync(other, 'not a workspace');
    const file = test.core.fileTokens.holdPath(other);
    expect(await test.refusal('workspace.open', { file })).toMatchObject({ code: 'workspace-not-ours' });
    expect(await nameIn(test)).toBe('Eastmere University');
    // So that its screens ask what was not opened.
    expect(test.events.at(-1)).toMatchObject({
      type: 'workspace',
      workspace: { fileName: 'Eastmere University.tcplan' },
    });
    expect((await test.call('app.state', {})).recovery).toMatchObject({
      code: 'workspace-not-ours',
      quarantined: null,
    });
  });

  it('tells every screen which workspace is open', async () => {
    const test = await openCore();
    await test.call('workspace.close', {});
    expect(test.events.filter(({ type }) => type === 'workspace')).toMatchObject([
      { workspace: { fileName: 'Eastmere University.tcplan' } },
      { workspace: null },
    ]);
  });

  it('loads every table of the model', async () => {
    const { rows } = await (await openCore()).call('workspace.load', {});
    expect(Object.keys(rows)).toEqual(Object.keys(contract['workspace.load'].output.shape.rows.shape));
  });

  it('refuses to change a workspace that can only be read', async () => {
    const test = await openCore();
    const path = pathOf(test);
    await test.call('workspace.close', {});
    test.services.session.change(openWorkspaceFile(path, test.ports, { readOnly: true }));
    expect(await test.refusal('institution.edit', { fields: { name: 'x' } })).toMatchObject({
      code: 'workspace-read-only',
    });
    expect(await nameIn(test)).toBe('Eastmere University');
  });
});

describe('the sample', () => {
  it('is made once, opened again, and made anew where it cannot be opened', async () => {
    const test = startCore();
    const first = await test.call('workspace.openSample', {});
    expect(first).toMatchObject({ fileName: 'Eastmere University (sample).tcplan', isSample: true });
    const path = pathOf(test);
    await test.call('workspace.close', {});
    expect(await test.call('workspace.openSample', {})).toEqual(first);
    await test.call('workspace.close', {});
    damage(path);
    expect(await test.call('workspace.openSample', {})).toMatchObject({
      fileName: 'Eastmere University (sample) 2.tcplan',
      isSample: true,
    });
  });

  it('is not what a workspace is that has its name elsewhere', async () => {
    const test = startCore();
    mkdirSync(join(test.ports.dataFolder, 'elsewhere'));
    const file = test.core.fileTokens.holdPath(
      join(test.ports.dataFolder, 'elsewhere', 'Eastmere University (sample).tcplan'),
    );
    expect(await test.call('workspace.create', { ...newWorkspace, file })).toMatchObject({ isSample: false });
  });
});
