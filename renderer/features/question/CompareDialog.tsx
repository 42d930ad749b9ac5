import { Dialog } from '../../components/Dialog.tsx';
import styles from './QuestionScreen.module.css';
import { compareWords } from './wordDifference.ts';

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
      <div className={styles.comparison}>
        {compareWords(before, after).map((part, index) => {
          // Parts of one comparison never change place.
          const key = `${index} ${part.kind}`;
          if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
          if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
          return <span key={key}>{part.text}</span>;
        })}
      </div>
    </Dialog>
  );
}
