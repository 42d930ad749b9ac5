import { useState } from 'react';
import type { BackupContents } from '#shared/contract/backups.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { dateAndTime } from '../../text/dates.ts';
import styles from './Backups.module.css';
import { compareBackup, copyBackupOut, lookAtBackup } from './backupActs.ts';
import { countOf, holdingsOf, lostSince, onlyHere, quoted, reasonWords, sizeOf } from './backupWords.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useBackupContents } from './useBackupContents.ts';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  /** What becomes of what is there now when one is gone back to, in a sentence. */
  readonly kept: string;
  /** Only with what is open can a backup be compared. */
  readonly canCompare: boolean;
  /** Not while somebody else has the workspace open. */
  readonly canRestore?: boolean;
}

/** Backups, newest first: when and why, whether each is whole, what it holds and lacks, and what can be done with it. */
export function BackupTable({ backups, kept, canCompare, canRestore = true }: BackupTableProps) {
  const contents = useBackupContents(backups);
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const checked = backups.filter(({ id }) => contents.has(id)).length;

  const act = async (work: Promise<AppError | null>): Promise<void> => {
    setError(null);
    setError(await work);
  };

  return (
    <>
      {error ? <ErrorAlert error={error} /> : null}
      <p role="status" className={styles.meta}>
        {checked < backups.length
          ? `Reading the backups: ${checked} of ${backups.length} looked over.`
          : `${countOf(backups.length, 'backup')} looked over just now.`}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">Backups, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">What it holds</th>
            <th scope="col">Not in it</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const held = contents.get(backup.id);
            const isWhole = held?.verified ?? backup.verified;
            const when = dateAndTime(backup.madeAt);
            return (
              <tr key={backup.id}>
                <th scope="row">
                  {when}
                  <span className={styles.meta}>
                    {reasonWords[backup.reason]}, {sizeOf(backup.bytes)}
                  </span>
                  <State isChecked={held !== undefined} isWhole={isWhole} />
                </th>
                <td>{held ? <Holds contents={held} /> : null}</td>
                <td>
                  {held ? (
                    <>
                      {lostSince(held)} {onlyHere(held)}
                    </>
                  ) : null}
                </td>
                <td>
                  <span className={styles.tools}>
                    <Button
                      aria-label={`Look at it: the backup of ${when}, ${reasonWords[backup.reason]}`}
                      isDisabled={!isWhole}
                      onPress={() => void act(lookAtBackup(backup.id))}
                    >
                      Look at it
                    </Button>
                    <MenuButton
                      label="More"
                      name={`More for the backup of ${when}, ${reasonWords[backup.reason]}`}
                      items={[
                        { id: 'restore', label: 'Go back to it…', isDisabled: !isWhole || !canRestore },
                        ...(canCompare ? [{ id: 'compare', label: 'Compare with now', isDisabled: !isWhole }] : []),
                        { id: 'copy', label: 'Save a copy of it elsewhere…', isDisabled: !isWhole },
                      ]}
                      onAction={(what) => {
                        if (what === 'restore') setRestoring(backup);
                        else void act(what === 'compare' ? compareBackup(backup.id) : copyBackupOut(backup.id));
                      }}
                    />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {restoring ? (
        <RestoreDialog
          backup={restoring}
          contents={contents.get(restoring.id)}
          kept={kept}
          canCompare={canCompare}
          onClose={() => setRestoring(null)}
        />
      ) : null}
    </>
  );
}

function State({ isChecked, isWhole }: { readonly isChecked: boolean; readonly isWhole: boolean }) {
  if (!isWhole) return <span className={styles.damaged}>Damaged: it cannot be used</span>;
  return <span className={styles.meta}>{isChecked ? 'Verified: it is whole' : 'Being looked over…'}</span>;
}

function Holds({ contents }: { readonly contents: BackupContents }) {
  if (!contents.verified) return null;
  const { newest, holds } = contents;
  return (
    <>
      {newest ? `Newest change: ${quoted(newest.label)}, ${dateAndTime(newest.at)}` : 'No change yet'}
      <span className={styles.meta}>{holdingsOf(holds)}</span>
    </>
  );
}
