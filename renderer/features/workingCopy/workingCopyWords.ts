import type { SaveBackFailure, WorkingCopyState } from '#shared/contract/workspace.ts';
import { timeOrDate } from '../../text/dates.ts';

interface FailureWords {
  /** What happened, to stand after a colon. */
  readonly what: string;
  /** What a person can do about it. */
  readonly remedy: string;
}

/** Why a working copy could not be saved back, exhaustive by type. */
export const failureWords: Readonly<Record<SaveBackFailure, FailureWords>> = {
  away: {
    what: 'the folder cannot be reached',
    remedy: 'Connect the network or the disk again, or sign in to the service, then choose Try again.',
  },
  gone: {
    what: 'the file is no longer in its folder',
    remedy:
      'Somebody may have moved, renamed or deleted it. Ask them, or save it there again; what is here holds everything that it held when it was opened.',
  },
  full: {
    what: 'there is no room left in its folder',
    remedy: 'Make room there or ask for more, then choose Try again, or save a copy elsewhere.',
  },
  locked: {
    what: 'another program has the file open',
    remedy:
      'A synchronisation or a virus scanner lets go by itself in a while. Otherwise close the program that has it, then choose Try again.',
  },
  'not-allowed': {
    what: 'nothing may be written in its folder',
    remedy: 'Ask whoever keeps the folder to let you write in it, or save a copy elsewhere.',
  },
  'cut-short': {
    what: 'the file arrived there damaged and was taken away again',
    remedy: 'The connection may be poor. Choose Try again, or save a copy elsewhere.',
  },
  here: {
    what: 'this computer could not make the file to send',
    remedy: 'Its disk may be full. Make room, then choose Try again.',
  },
};

/** "Saved back at 14:02", "Not saved back yet" */
export const savedBack = ({ savedAt }: Pick<WorkingCopyState, 'savedAt'>, today: string): string =>
  savedAt === null
    ? 'Nothing has been saved back since it was opened'
    : `Last saved back ${timeOrDate(savedAt, today)}`;
