import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';
import { workspaceIn } from './openingFile.ts';
import { windowOptions } from './window.ts';

describe('the window', () => {
  it('shows the page in a sandbox, apart from Node and from the preload script', () => {
    expect(windowOptions('/built/preload.cjs', 'linux').webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('checks spelling only where no dictionary has to be fetched', () => {
    expect(windowOptions('p', 'win32').webPreferences.spellcheck).toBe(false);
    expect(windowOptions('p', 'darwin').webPreferences.spellcheck).toBe(true);
  });
});

describe('the menu', () => {
  const words = (platform: NodeJS.Platform, isPackaged: boolean) => JSON.stringify(menuTemplate(platform, isPackaged));
  it('leaves undo and redo to the page', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const)
      expect(words(platform, true)).not.toMatch(/undo|redo/);
  });
  it('has the tools of developers only where the application is developed', () => {
    expect(words('win32', true)).not.toContain('toggleDevTools');
    expect(words('win32', false)).toContain('toggleDevTools');
  });
});

describe('a workspace on the command line', () => {
  it('is found by its ending, from the folder where it was named', () => {
    expect(workspaceIn(['--flag', 'Plans/Our.TCPLAN'], '/home/a')).toBe('/home/a/Plans/Our.TCPLAN');
    expect(workspaceIn(['/x/y.tcplan'], '/home/a')).toBe('/x/y.tcplan');
  });
  it('is not an option or another file', () => {
    expect(workspaceIn(['--user-data-dir=x.tcplan', 'plan.xlsx', '--sample'], '/home/a')).toBeNull();
  });
});
