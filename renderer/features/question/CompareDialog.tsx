import { Dialog } from '../../components/Dialog.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import styles from './QuestionScreen.module.css';

interface CompareDialogProps {
  readonly before: string;
  readonly after: string;
  readonly beforeName: string;
  readonly onClose: () => void;
}

/** Two texts in one, word by word: what went is struck through, what came is underlined; never by colour alone. */
export function CompareDialog({ before, after, beforeName, onClose }: CompareDialogProps) {
  return (
    <Dialog title={`${beforeName} and now`} size="wide" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <p className={styles.meta}>
        <del>Struck through</del>: only at {beforeName}. <ins>Underlined</ins>: only now.
      </p>
      <WordComparison parts={compareWords(before, after)} />
    </Dialog>
  );
}
