import { useCycleView } from '../../stores/views.ts';
import { movePath, newerForm } from './otherForms.ts';
import styles from './QuestionSets.module.css';
import { useShippedSets } from './shippedSets.ts';

/** Says that a newer version of the form in use has come with the application. Nothing moves by itself. */
export function NewerForm() {
  const view = useCycleView();
  const shipped = useShippedSets();
  const newer = view ? newerForm(shipped, view.questionSet) : null;
  if (!newer || !view) return null;
  return (
    <section className={styles.banner} aria-label="A newer form">
      <p>
        A newer form of Stage {newer.stage} is here: {newer.version}. This draft is written under{' '}
        {view.questionSet.version}, and stays so until you move it.
      </p>
      <a href={`#${movePath({ shipped: newer })}`}>See what moves</a>
    </section>
  );
}
