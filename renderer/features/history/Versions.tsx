import { useState } from 'react';
import type { Version } from '#shared/model/tables.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { Progress } from '../../components/Progress.tsx';
import { askedOf, documentParts, useDocumentChoices } from '../../stores/documentChoices.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useCycleView } from '../../stores/views.ts';
import { dateAndTime } from '../../text/dates.ts';
import { type GroupingOption, useFrameworkOptions } from '../signOff/groupingOptions.ts';
import { useFileExport } from '../signOff/useFileExport.ts';
import styles from './HistoryScreen.module.css';
import { NameForm } from './NameForm.tsx';
import { nameAmong, useVersions } from './versionNames.ts';

/** The states that were given a name, and what can be done with each. */
export function Versions() {
  const versions = useVersions();
  const cycle = useCycleView()?.cycle;
  const frameworks = useFrameworkOptions((title) => title);
  const [renaming, setRenaming] = useState<Version | null>(null);
  const [goingBack, setGoingBack] = useState<Version | null>(null);
  const { jobId, progress, error, make, saveAgain } = useFileExport();

  const choose = (version: Version, what: string): void => {
    if (what === 'compare') goTo(`/compare/${version.stepId}/now`);
    else if (what === 'look') goTo(`/preview/${version.stepId}`);
    else if (what === 'rename') setRenaming(version);
    else if (what === 'restore') setGoingBack(version);
    else if (cycle && (what === 'word' || what === 'workbook'))
      void make(askForVersion(version, cycle.id, what, frameworks));
  };

  return (
    <section className={styles.versions} aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <Changing what="A state is named, or gone back to,">
        <NameForm
          label="Name the state as it is now"
          button="Name it"
          onName={(name) => run('version.name', { name, note: '' })}
        />
      </Changing>
      {error ? <ErrorAlert error={error} /> : null}
      {jobId ? (
        <Progress
          label={progress?.label ?? 'Making the file'}
          value={progress?.progress ?? null}
          onStop={() => void ask('job.cancel', { jobId })}
        />
      ) : null}
      {saveAgain ? <Button onPress={() => void saveAgain()}>Save it again</Button> : null}
      {versions.length > 0 ? (
        <ul aria-label="Named versions">
          {versions.map((version) => (
            <li key={version.id} className={styles.version}>
              <span>
                <strong>{version.name}</strong> <span className={styles.meta}>{dateAndTime(version.namedAt)}</span>
              </span>
              <span className={styles.tools}>
                <Button
                  look="quiet"
                  aria-label={`Look at it: ${nameAmong(version, versions)}`}
                  onPress={() => choose(version, 'look')}
                >
                  Look at it
                </Button>
                <Button
                  look="quiet"
                  aria-label={`Compare with now: ${nameAmong(version, versions)}`}
                  onPress={() => choose(version, 'compare')}
                >
                  Compare with now
                </Button>
                <MenuButton
                  label="More"
                  look="quiet"
                  name={`More for ${nameAmong(version, versions)}`}
                  items={[
                    { id: 'word', label: 'Export as Word, as it was' },
                    { id: 'workbook', label: 'Export as a workbook, as it was' },
                    { id: 'restore', label: 'Go back to this version…', changes: true },
                    { id: 'rename', label: 'Rename…', changes: true },
                  ]}
                  onAction={(what) => choose(version, what)}
                />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.meta}>
          None yet. A name makes it easy to compare with what the Steering Group saw, or to go back.
        </p>
      )}
      {renaming ? (
        <Dialog title="Rename the version" isOpen onOpenChange={(open) => (open ? undefined : setRenaming(null))}>
          <NameForm
            label="Name"
            button="Rename"
            initial={renaming.name}
            onName={async (name) => {
              const result = await run('version.rename', { id: renaming.id, name });
              if (result.ok) setRenaming(null);
              return result;
            }}
          />
        </Dialog>
      ) : null}
      {goingBack ? (
        <GoBackDialog
          stepId={goingBack.stepId}
          name={nameAmong(goingBack, versions)}
          onClose={() => setGoingBack(null)}
        />
      ) : null}
    </section>
  );
}

interface GoBackDialogProps {
  readonly stepId: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks before everything is put back, and says what stays. */
export function GoBackDialog({ stepId, name, onClose }: GoBackDialogProps) {
  const goBack = async (): Promise<void> => {
    const result = await run('version.restore', { stepId });
    onClose();
    if (!result.ok) return;
    const { rows } = result.value;
    notify({
      kind: 'done',
      message:
        rows === 0
          ? `Nothing has changed since ${name}.`
          : `Everything is as it was in ${name}. Undo brings back what was there.`,
    });
  };
  return (
    <Dialog title={`Go back to ${name}`} isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <p>
        Answers, plans, ratings, voice and evidence are put back to how they were. This is one step, which Undo takes
        back. Copies that were issued, imports and the record of sign-off stay.
      </p>
      <div className={styles.buttons}>
        <Button look="primary" onPress={() => void goBack()}>
          Go back
        </Button>
        <Button
          onPress={() => {
            onClose();
            goTo(`/compare/${stepId}/now`);
          }}
        >
          Compare first
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}

/** Every part; its plans as tables or lists, their headings and the language as chosen under Sign-off and export. */
function askForVersion(
  { stepId }: Version,
  cycleId: string,
  kind: 'word' | 'workbook',
  frameworks: readonly GroupingOption[],
) {
  const { planAs, planBy, language } = askedOf(useDocumentChoices.getState(), frameworks);
  const sheets = planBy === undefined || planBy === 'theme' ? 'by-theme' : planBy;
  return (jobId: string) =>
    kind === 'word'
      ? ask('export.word', { cycleId, parts: documentParts, planAs, planBy, language, draft: true, stepId, jobId })
      : ask('export.workbook', { cycleId, plan: 'both', sheets, stepId, jobId });
}
