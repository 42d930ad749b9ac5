import type { ImportPreview } from '#shared/model/importPreview.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import styles from './ImportScreen.module.css';

/** What a person should look at before bringing the file in; each names its sheet and row. */
export function Problems({ preview }: { readonly preview: ImportPreview }) {
  const { problems } = preview;
  if (problems.length === 0) return null;
  const list = (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.table} ${problem.row ?? ''} ${problem.message}`}>{problem.message}</li>
      ))}
    </ul>
  );
  const title = `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to look at`;
  return problems.length <= 5 ? (
    <section aria-label={title}>
      <h2>{title}</h2>
      {list}
    </section>
  ) : (
    <Disclosure title={title}>{list}</Disclosure>
  );
}
