import type { Recovery } from '#shared/contract/workspace.ts';

interface RecoveryWords {
  /** After the name of the file. */
  readonly heading: string;
  /** What happened, what was done about it and what was not. */
  readonly told: (recovery: Recovery) => string;
  /** What to do, best first; a way by a backup only where there is one. */
  readonly ways: readonly (string | ByBackup)[];
}

interface ByBackup {
  readonly byBackup: string;
}

const untouched = 'The file has not been touched.';

/** What a person is told of a file that could not be opened, exhaustive by type. */
export const recoveryWords: Readonly<Record<Recovery['code'], RecoveryWords>> = {
  'workspace-damaged': {
    heading: 'is damaged and was not opened',
    told: () =>
      'Parts of the file are not what was written: a disk, a copy or a synchronisation has failed. Opening it as it is could make that worse, so it was left alone.',
    ways: [
      { byBackup: 'Go back to the newest backup below that is whole. It says what was changed after it.' },
      'If the folder is synchronised or backed up by your organisation, look there for an earlier version of the file; it may be newer than any backup.',
    ],
  },
  'workspace-newer': {
    heading: 'was made by a newer version of this application',
    told: () => `It may hold things that this version would lose, so it was not opened. ${untouched}`,
    ways: [
      'Update the application, then open the file again. This is the way that loses nothing.',
      {
        byBackup:
          'A backup below was made before the file was brought up to the newer version: it can be looked at here, but lacks what was written since.',
      },
    ],
  },
  'workspace-not-ours': {
    heading: 'is not a workspace of this application',
    told: () => `It has the ending of one, but something else in it. ${untouched}`,
    ways: [
      'Choose the right file: a workspace ends in .tcplan. A plan from Excel or Word is brought in once a workspace is open.',
      { byBackup: 'If it was a workspace once, something has been saved over it: go back to a backup below.' },
    ],
  },
  'workspace-empty-file': {
    heading: 'is empty',
    told: () => 'It holds nothing at all: a copy or a synchronisation was cut short, or the disk was full.',
    ways: [
      'If the folder is synchronised, wait until it has finished and try again.',
      'Otherwise copy the file again from where it came.',
      { byBackup: 'If it cannot be had again, go back to the newest backup below.' },
    ],
  },
  'workspace-migration-failed': {
    heading: 'could not be brought up to this version',
    told: () =>
      'It was made by an earlier version, and changing a copy of it to this one did not succeed. The file itself is as it was.',
    ways: [
      'Make sure that the disk is not full, then try again.',
      'If that does not help, open it with the version of the application that made it.',
      { byBackup: 'Or go back to a backup below.' },
    ],
  },
  'workspace-in-use': {
    heading: 'is open somewhere else',
    told: ({ holder }) =>
      `${holder ?? 'Another program'} has it open. Two at once would write over each other, so it was not opened. ${untouched}`,
    ways: [
      'Close it there, then try again.',
      {
        byBackup:
          'Until then, a backup below can be looked at: it shows the workspace as it was when the backup was made.',
      },
    ],
  },
  'workspace-missing': {
    heading: 'is not where it was',
    told: ({ folder }) =>
      `There is no such file in ${folder}. It was moved, renamed or deleted, or its disk or network is away.`,
    ways: [
      'Connect the disk or network, then try again, or open the file from its new place.',
      { byBackup: 'If it is gone, go back to the newest backup below: the file is made again from it.' },
    ],
  },
  'workspace-read-only': {
    heading: 'can only be read here',
    told: () =>
      `It has to be changed before it can be shown: it was made by an earlier version, or a change was cut short in it. The file or its folder does not allow that. ${untouched}`,
    ways: ['Copy the file to a folder where changes are allowed, such as Documents, and open that copy.'],
  },
  'file-unreadable': {
    heading: 'could not be read',
    told: () =>
      `The system did not hand it over: it may be open in another program, or its folder may be out of reach. ${untouched}`,
    ways: [
      'Close it in the other program or connect the disk or network, then try again.',
      'Copy it to this computer and open that copy.',
    ],
  },
};

/** The ways that there are for this file. */
export function waysOut({ code, backups }: Pick<Recovery, 'code' | 'backups'>): readonly string[] {
  return recoveryWords[code].ways.flatMap((way) => {
    if (typeof way === 'string') return way;
    return backups.length > 0 ? way.byBackup : [];
  });
}
