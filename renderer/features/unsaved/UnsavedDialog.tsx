import { plainTextOf } from '#shared/model/richText.ts';
import { run } from '../../actions/run.ts';
import { aroundDifferences } from '../../components/aroundDifferences.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords, type WordPart } from '../../components/wordDifference.ts';
import { notify } from '../../stores/notices.ts';
import type { UnsavedText } from '../../stores/unsavedText.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import styles from './UnsavedTexts.module.css';

interface UnsavedDialogProps {
  readonly text: UnsavedText;
  readonly title: string;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** What is saved and what was not, beside each other, with the words that differ; then the choice. */
export function UnsavedDialog({ text, title, onForget, onClose }: UnsavedDialogProps) {
  const answer = useWorkspace((state) => state.rows.answer.get(text.answerId));
  const parts = aroundDifferences(compareWords(answer?.plainText ?? '', plainTextOf(text.content)));
  const alike = parts.every((part) => part.kind === 'same');
  const use = async (): Promise<void> => {
    const result = await run('answer.putBack', { id: text.answerId, content: text.content });
    // Refused (a signed cycle, a full disk): the notice says why, and the text stays on offer.
    if (!result.ok) return;
    onForget();
    onClose();
    notify({ kind: 'done', message: `The unsaved text of ${title} was put in. Undo brings back what was there.` });
  };
  return (
    <Dialog title={`Not saved: ${title}`} size="wide" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <p className={styles.meta}>
        {alike
          ? 'The words are the same; bold, italic, lists, links or marks differ.'
          : 'Struck through: only in what is saved. Underlined: only in what was not saved. … stands for what is the same in both.'}
      </p>
      <div className={styles.sides}>
        <section aria-labelledby="side-saved">
          <h3 id="side-saved">What is saved</h3>
          <Side parts={parts} without="added" />
        </section>
        <section aria-labelledby="side-unsaved">
          <h3 id="side-unsaved">
            What was not saved <span className={styles.meta}>{dayAndTime(text.at.toISOString())}</span>
          </h3>
          <Side parts={parts} without="removed" />
        </section>
      </div>
      <div className={styles.buttons}>
        <Button look="primary" onPress={() => void use()}>
          Use the text that was not saved
        </Button>
        <Button onPress={onClose}>Decide later</Button>
        <Button
          look="danger"
          onPress={() => {
            onForget();
            onClose();
          }}
        >
          Throw it away
        </Button>
      </div>
    </Dialog>
  );
}

function Side({ parts, without }: { readonly parts: readonly WordPart[]; readonly without: WordPart['kind'] }) {
  const shown = parts.filter((part) => part.kind !== without);
  if (shown.length === 0) return <p className={styles.meta}>Nothing is written.</p>;
  return (
    <div className={styles.text}>
      <WordComparison parts={shown} />
    </div>
  );
}
