import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './PreviewScreen.module.css';
import type { Preview } from './usePreview.ts';

interface StillOpenInItProps {
  readonly preview: Preview;
  /** Of an earlier state, in which nothing can be written any more. */
  readonly past: boolean;
}

/** What a reader would find unfinished: questions that print as not answered, and marks that would be printed. */
export function StillOpenInIt({ preview: { unanswered, toDos }, past }: StillOpenInItProps) {
  if (unanswered.length + toDos.length === 0) return null;
  const said = [
    unanswered.length === 0
      ? ''
      : `${unanswered.length} ${unanswered.length === 1 ? 'question' : 'questions'} not answered`,
    toDos.length === 0 ? '' : `${toDos.length} ${toDos.length === 1 ? 'place' : 'places'} marked to do`,
  ];
  const titled = (key: string, title: string) => (past ? title : <a href={`#/question/${key}`}>{title}</a>);
  return (
    <div className={styles.open}>
      <Disclosure title={said.filter(Boolean).join(', ')}>
        <ul>
          {unanswered.map(({ key, title }) => (
            <li key={key}>{titled(key, title)}: not answered</li>
          ))}
          {toDos.map(({ key, title, words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be marked twice
            <li key={index}>
              {titled(key, title)}: to do, {words}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
