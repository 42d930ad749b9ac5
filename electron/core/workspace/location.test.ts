import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { folderLocationOf, locationOf } from './location.ts';

it.each([
  ['\\\\files\\staff\\plan.tcplan', 'network', 'a network folder'],
  ['//files/staff/plan.tcplan', 'network', 'a network folder'],
  ['\\\\?\\UNC\\files\\staff\\plan.tcplan', 'network', 'a network folder'],
  ['/run/user/1000/gvfs/smb-share:server=files/plan.tcplan', 'network', 'a network folder'],
  ['/mnt/staff/plan.tcplan', 'network', 'a mounted folder'],
  ['/Volumes/Staff/plan.tcplan', 'network', 'a mounted folder'],
  ['C:\\Users\\amara\\OneDrive - Eastmere University\\plan.tcplan', 'synced', 'OneDrive'],
  ['/Users/amara/Library/CloudStorage/OneDrive-Eastmere/plan.tcplan', 'synced', 'OneDrive'],
  ['C:\\Users\\amara\\Dropbox (Eastmere)\\plan.tcplan', 'synced', 'Dropbox'],
  ['/Users/amara/Library/Mobile Documents/com~apple~CloudDocs/plan.tcplan', 'synced', 'iCloud Drive'],
  ['G:\\My Drive\\plan.tcplan', 'synced', 'Google Drive'],
])('recognises %s', (path, kind, where) => {
  expect(locationOf(path)).toEqual({ kind, where });
});

it.each([
  'C:\\Users\\amara\\Documents\\plan.tcplan',
  '\\\\?\\C:\\Users\\amara\\plan.tcplan',
  '/home/amara/plans/plan.tcplan',
  '/home/amara/Boxes/plan.tcplan',
  '/home/amara/My OneDrive notes/plan.tcplan',
])('takes %s as local', (path) => {
  expect(locationOf(path).kind).toBe('local');
});

it.skipIf(process.platform === 'win32')(
  'follows a link into a synchronised folder, and takes a plain folder as local',
  () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'Dropbox'));
    symlinkSync(join(folder, 'Dropbox'), join(folder, 'Plans'));
    expect(folderLocationOf(join(folder, 'Plans', 'plan.tcplan'))).toEqual({ kind: 'synced', where: 'Dropbox' });
    expect(folderLocationOf(join(folder, 'plan.tcplan')).kind).toBe('local');
    expect(folderLocationOf(join(folder, 'missing', 'plan.tcplan')).kind).toBe('local');
  },
);
