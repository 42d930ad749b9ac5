import type { DocumentComment } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Card } from '../../components/Card.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './DocumentComments.module.css';

/** What readers remarked in a returned document about this answer or action; settled ones come last. */
export function DocumentComments({ targetId }: { readonly targetId: string }) {
  const all = useWorkspace((state) => state.rows.documentComment);
  const comments = [...all.values()]
    .filter((comment) => comment.targetId === targetId)
    .toSorted((a, b) => Number(a.settled) - Number(b.settled) || a.keptAt.localeCompare(b.keptAt));
  if (comments.length === 0) return null;
  const open = comments.filter(({ settled }) => !settled).length;
  return (
    <FoldingSection title="Comments of readers" count={open}>
      {() => (
        <ul className={styles.comments}>
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
    </FoldingSection>
  );
}

function Comment({
  comment: { id, author, text, about, documentName, settled },
}: {
  readonly comment: DocumentComment;
}) {
  return (
    <li>
      <Card>
        <p className={styles.text}>{text}</p>
        <p className={styles.meta}>On: {about}</p>
        <p className={styles.meta}>{[author, documentName].filter((part) => part !== '').join(' · ')}</p>
        <Changing stays>
          <Checkbox
            label="Settled"
            selected={settled}
            onChange={(selected) => void run('comment.settle', { id, settled: selected })}
          />
        </Changing>
      </Card>
    </li>
  );
}
