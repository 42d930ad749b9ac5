import { describe, expect, it } from 'vitest';
import { openerOf } from '../../electron/hosts/loopback/openBrowser.ts';
import { dataFolderOf, localDay } from '../../electron/hosts/ports.ts';

describe('the data folder', () => {
  it('is the local and not the roaming folder on Windows', () => {
    expect(dataFolderOf('win32', { LOCALAPPDATA: 'C:/L', APPDATA: 'C:/R' }, 'C:/home')).toContain('C:/L');
  });
  it('is in Application Support on a Mac', () => {
    expect(dataFolderOf('darwin', {}, '/Users/a')).toBe(
      '/Users/a/Library/Application Support/Technician Commitment Planner',
    );
  });
  it('follows XDG_DATA_HOME on Linux, else .local/share', () => {
    expect(dataFolderOf('linux', { XDG_DATA_HOME: '/x' }, '/home/a')).toBe('/x/technician-commitment-planner');
    expect(dataFolderOf('linux', {}, '/home/a')).toBe('/home/a/.local/share/technician-commitment-planner');
  });
  it('is where PLANNER_DATA says, on every system', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const)
      expect(dataFolderOf(platform, { PLANNER_DATA: '/here' }, '/home/a')).toBe('/here');
  });
});

describe('today', () => {
  it('is the day where the user is', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
    expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });
});

describe('the browser', () => {
  it('is opened where somebody sees it', () => {
    expect(openerOf('linux', { DISPLAY: ':0' })?.[0]).toBe('xdg-open');
    expect(openerOf('darwin', {})?.[0]).toBe('open');
    expect(openerOf('win32', {})?.[0]).toBe('rundll32');
  });
  it('is not opened on a build machine or without a display', () => {
    expect(openerOf('linux', {})).toBeNull();
    expect(openerOf('darwin', { CI: 'true' })).toBeNull();
  });
});
