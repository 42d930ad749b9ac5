import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { folderLocationOf, locationOf, type Surroundings } from './location.ts';

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
  ['G:\\Shared drives\\Technicians\\plan.tcplan', 'synced', 'Google Drive'],
  ['/Users/amara/Library/CloudStorage/GoogleDrive-a@eastmere.example/My Drive/plan.tcplan', 'synced', 'Google Drive'],
  ['/Users/amara/Library/CloudStorage/Sync.com-Personal/plan.tcplan', 'synced', 'Sync.com'],
  ['/media/amara/STICK/plan.tcplan', 'network', 'a folder on a removable disk'],
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

/** A computer that is told of, where no folder is what it seems unless it is said. */
const computer = (told: Partial<Surroundings>): Surroundings => ({
  platform: 'linux',
  environment: {},
  home: '/home/amara',
  realPath: (folder) => folder,
  exists: () => false,
  read: () => null,
  fileSystem: () => null,
  ...told,
});
const mounts = (...lines: readonly string[]) =>
  computer({
    read: (path) =>
      path === '/proc/self/mountinfo'
        ? ['22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw', ...lines].join('\n')
        : null,
  });

describe('a computer', () => {
  it('says of a mapped drive which share it is', () => {
    const windows = computer({
      platform: 'win32',
      realPath: (folder) => folder.replace(/^S:/u, '\\\\files.eastmere.example\\staff'),
    });
    expect(folderLocationOf('S:\\Plans\\plan.tcplan', windows)).toEqual({ kind: 'network', where: 'a network folder' });
    expect(folderLocationOf('C:\\Plans\\plan.tcplan', windows).kind).toBe('local');
  });

  it.each(['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'])(
    'says by its environment (%s) which folder OneDrive keeps, whatever it is called',
    (name) => {
      const windows = computer({ platform: 'win32', environment: { [name]: 'D:\\Work\\Eastmere' } });
      expect(folderLocationOf('d:\\work\\eastmere\\Plans\\plan.tcplan', windows)).toEqual({
        kind: 'synced',
        where: 'OneDrive',
      });
      expect(folderLocationOf('D:\\Work\\Eastmere old\\plan.tcplan', windows).kind).toBe('local');
    },
  );

  it('says by the note of Dropbox which folders it keeps', () => {
    const info = JSON.stringify({ personal: { path: '/home/amara/Shared box', host: 1 }, business: null });
    const linux = computer({ read: (path) => (path === '/home/amara/.dropbox/info.json' ? info : null) });
    expect(folderLocationOf('/home/amara/Shared box/a/plan.tcplan', linux)).toEqual({
      kind: 'synced',
      where: 'Dropbox',
    });
    expect(folderLocationOf('/home/amara/Shared/plan.tcplan', linux).kind).toBe('local');
    const cutShort = computer({ read: () => info.slice(0, 20) });
    expect(folderLocationOf('/home/amara/Shared box/plan.tcplan', cutShort).kind).toBe('local');
    const windows = computer({
      platform: 'win32',
      environment: { LOCALAPPDATA: 'C:\\Users\\amara\\AppData\\Local' },
      read: (path) =>
        path === 'C:\\Users\\amara\\AppData\\Local\\Dropbox/info.json' ? '{"personal":{"path":"D:\\\\Basket"}}' : null,
    });
    expect(folderLocationOf('D:\\Basket\\plan.tcplan', windows)).toEqual({ kind: 'synced', where: 'Dropbox' });
  });

  it.each([
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.dropbox.cache', 'Dropbox'],
    ['.tmp.drivedownload', 'Google Drive'],
    ['.nextcloudsync.log', 'Nextcloud'],
    ['.stfolder', 'a folder that Syncthing keeps'],
  ])('says by what is left in a folder above (%s) who keeps it', (mark, where) => {
    const linux = computer({ exists: (path) => path === `/home/amara/Together/${mark}` });
    expect(folderLocationOf('/home/amara/Together/Plans/2026/plan.tcplan', linux)).toEqual({ kind: 'synced', where });
    expect(folderLocationOf('/home/amara/Alone/plan.tcplan', linux).kind).toBe('local');
  });

  it.each([
    ['nfs4', 'network', 'a network folder (NFS)'],
    ['nfs', 'network', 'a network folder (NFS)'],
    ['cifs', 'network', 'a network folder (SMB)'],
    ['smb3', 'network', 'a network folder (SMB)'],
    ['fuse.sshfs', 'network', 'a network folder (SSH)'],
    ['fuse.davfs2', 'network', 'a network folder (WebDAV)'],
    ['fuse.rclone', 'network', 'a network folder (rclone)'],
    ['fuse.onedriver', 'synced', 'OneDrive'],
    ['fuse.somebodys-own', 'network', 'a folder that another program provides (FUSE)'],
    ['9p', 'network', 'a folder shared with another system'],
    ['ext4', 'local', 'this computer'],
    ['btrfs', 'local', 'this computer'],
    ['fuseblk', 'local', 'this computer'],
    ['fuse.gocryptfs', 'local', 'this computer'],
  ])('says by its mount table (%s) what a folder is', (type, kind, where) => {
    const linux = mounts(`90 22 0:40 / /home/amara/Our\\040plans rw - ${type} files:/staff rw`);
    expect(folderLocationOf('/home/amara/Our plans/2026/plan.tcplan', linux)).toEqual({ kind, where });
    expect(folderLocationOf('/home/amara/Our plans of old/plan.tcplan', linux).kind).toBe('local');
  });

  it('goes by the nearest mount, and by the later of two at one place', () => {
    const nearest = mounts(
      '90 22 0:40 / /home/amara rw - nfs4 files:/home rw',
      '91 90 8:2 / /home/amara/disk rw - ext4 /dev/sdb1 rw',
    );
    expect(folderLocationOf('/home/amara/plan.tcplan', nearest).kind).toBe('network');
    expect(folderLocationOf('/home/amara/disk/plan.tcplan', nearest).kind).toBe('local');
    const later = mounts(
      '90 22 8:2 / /home/amara rw - ext4 /dev/sdb1 rw',
      '91 22 0:40 / /home/amara rw - cifs //files/amara rw',
    );
    expect(folderLocationOf('/home/amara/plan.tcplan', later).kind).toBe('network');
  });

  it('is itself what everything lies on, whatever brings that there', () => {
    const container = computer({ read: () => '22 1 0:40 / / rw - 9p none rw' });
    expect(folderLocationOf('/srv/plans/plan.tcplan', container).kind).toBe('local');
  });

  it('says by the number of the file system what a folder is that its mount table does not name', () => {
    const linux = computer({ fileSystem: () => 0xff534d42 | 0 });
    expect(folderLocationOf('/srv/plans/plan.tcplan', linux)).toEqual({ kind: 'network', where: 'a network folder' });
  });

  it('is not asked further of a folder that is not there', () => {
    const linux = computer({
      realPath: () => {
        throw new Error('ENOENT');
      },
    });
    expect(folderLocationOf('/srv/plans/plan.tcplan', linux).kind).toBe('local');
  });
});
