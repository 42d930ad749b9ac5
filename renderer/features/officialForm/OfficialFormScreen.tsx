import type { OfficialForm } from '#shared/model/tables.ts';
import { ask, run, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { goTo } from '../../stores/route.ts';
import { type CycleView, useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { NotAsked } from './NotAsked.tsx';
import styles from './OfficialFormScreen.module.css';
import { useOfficialForm, useOfficialPrompts } from './officialForms.ts';
import { PromptRow } from './PromptRow.tsx';
import { pairingChoices, questionsNotAsked } from './pairingChoices.ts';
import { useOpenForm } from './useOpenForm.ts';

const accept = ['.docx'] as const;

/** The blank official form: what it asks for, and which of our questions answers what. */
export function OfficialFormScreen() {
  const view = useCycleView();
  const form = useOfficialForm(view?.cycle.id);
  const { isReading, error, open } = useOpenForm(view?.cycle.id);
  if (!view) return null;
  return (
    <>
      <PageHeading
        title="Official form"
        lede="Open your own copy of the blank form. Its wording is then shown and printed in place of ours, and the form itself can be filled with what is written here."
      />
      {error ? <ErrorAlert error={error} /> : null}
      {isReading ? <p role="status">Reading the form…</p> : null}
      {form ? (
        <PairedForm view={view} form={form} onFile={(file) => void open(file)} />
      ) : (
        <Changing what="The blank form is opened">
          <DropArea
            label="Drop the blank form here, as a Word document"
            accept={accept}
            purpose="official-form"
            onFile={(file) => void open(file)}
          />
        </Changing>
      )}
    </>
  );
}

interface PairedFormProps {
  readonly view: CycleView;
  readonly form: OfficialForm;
  readonly onFile: (file: HeldFileName) => void;
}

function PairedForm({ view, form, onFile }: PairedFormProps) {
  const prompts = useOfficialPrompts(form.id);
  const attachment = useWorkspace((state) => state.rows.attachment.get(form.attachmentId));
  const signatories = useWorkspace((state) => state.rows.signatory.size);
  const choices = pairingChoices(view.questions, signatories);
  const guesses = prompts.filter(({ confirmed }) => !confirmed).length;
  const saveOut = async (): Promise<void> => {
    const made = await ask('officialForm.saveOut', { id: form.id });
    const saved = made.ok ? await host().platform.saveFile(made.value.file, made.value.fileName) : made;
    if (!saved.ok) showError(saved.error);
  };
  return (
    <>
      <section className={styles.form} aria-label="The form">
        <p>
          <strong>{attachment?.fileName ?? 'The form'}</strong>
          {', '}
          {prompts.length} {prompts.length === 1 ? 'prompt' : 'prompts'}:{' '}
          {guesses === 0 ? 'all confirmed' : `${prompts.length - guesses} confirmed, ${guesses} still to confirm`}
        </p>
        <div className={styles.buttons}>
          {guesses > 0 ? (
            <Changing>
              <Button look="primary" onPress={() => void run('officialForm.confirmAll', { id: form.id })}>
                {guesses === 1 ? 'Confirm the last guess' : `Confirm all ${guesses} guesses`}
              </Button>
            </Changing>
          ) : (
            <Button look="primary" onPress={() => goTo('/sign-off')}>
              Go to export
            </Button>
          )}
          <Changing>
            <FilePickButton label="Open another form…" accept={accept} purpose="official-form" onFile={onFile} />
          </Changing>
          <Button onPress={() => void saveOut()}>Save the blank form</Button>
          <Changing>
            <Button onPress={() => void run('officialForm.remove', { id: form.id })}>Take the form off</Button>
          </Changing>
        </div>
      </section>
      <section aria-labelledby="prompts">
        <h2 id="prompts">What the form asks for</h2>
        <p className={styles.lede}>
          Each prompt with what answers it. A guess becomes the wording of its question once you confirm it.
        </p>
        <ol className={styles.list}>
          {prompts.map((prompt, index) => (
            <PromptRow
              key={prompt.id}
              prompt={prompt}
              choices={choices}
              beginsSection={prompt.section !== prompts[index - 1]?.section}
            />
          ))}
        </ol>
      </section>
      <NotAsked form={form} questions={questionsNotAsked(view.questions, prompts)} />
    </>
  );
}
