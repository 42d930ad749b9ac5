import type { ImportPreview, PreviewProblem } from '#shared/model/importPreview.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './ImportScreen.module.css';

interface ProblemsProps {
  readonly preview: ImportPreview;
  /** Leads to an action by its key. */
  readonly onGo: (key: string) => void;
}

/** What a person should look at before bringing the file in; each names its sheet and row and leads there. */
export function Problems({ preview, onGo }: ProblemsProps) {
  const { problems, actions } = preview;
  if (problems.length === 0) return null;
  const keyOf = ({ table, row, key }: PreviewProblem): string | undefined =>
    key !== undefined || row === undefined
      ? key
      : actions.find(({ source }) => source.table === table && source.row === row)?.key;
  const title = `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to look at`;
  return (
    <Disclosure title={title} isOpen={problems.length <= 5}>
      <ul className={styles.problems}>
        {problems.map((problem) => {
          const key = keyOf(problem);
          return (
            <li key={`${problem.code} ${problem.table} ${problem.key ?? problem.row ?? ''} ${problem.message}`}>
              {problem.message}{' '}
              {key === undefined ? null : (
                <button type="button" className={styles.link} onClick={() => onGo(key)}>
                  Show this action
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
