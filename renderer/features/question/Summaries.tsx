import { Button } from '../../components/Button.tsx';
import { RagBar } from '../../components/RagBar.tsx';
import { goTo } from '../../stores/route.ts';
import { byTheme, countRag, useActions, useInstitution, useRatings } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';
import styles from './QuestionScreen.module.css';

/** What a plan holds, for the questions whose answer is the plan itself. */
export function PlanSummary({ planId, kind }: { readonly planId: string; readonly kind: 'last' | 'next' }) {
  const actions = useActions(planId);
  const ratings = useRatings();
  const institution = useInstitution();
  const counts = countRag(actions, ratings);
  return (
    <section className={styles.summary}>
      <p>
        {actions.length === 0
          ? kind === 'last'
            ? 'The last plan holds no action yet.'
            : 'The new plan holds no action yet.'
          : `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}: ${byTheme(actions)
              .map(
                (group) => `${group.theme ? themeName(group.theme, institution) : 'No theme'} ${group.actions.length}`,
              )
              .join(', ')}.`}
      </p>
      {kind === 'last' && actions.length > 0 ? (
        <>
          <RagBar counts={counts} />
          <p className={styles.meta}>
            {counts.green} green, {counts.amber} amber, {counts.red} red, {counts.unrated} not yet rated
          </p>
        </>
      ) : null}
      <Button onPress={() => goTo(kind === 'last' ? '/last-plan' : '/new-plan')}>
        {kind === 'last' ? 'Open the RAG review' : 'Open the new plan'}
      </Button>
    </section>
  );
}

/** Who signs; the names are kept with the institution, the signatures under Sign-off. */
export function SignatureSummary() {
  const signatories = useWorkspace((state) => state.rows.signatory);
  const people = [...signatories.values()].toSorted((a, b) => a.position - b.position);
  return (
    <section className={styles.summary}>
      {people.length === 0 ? <p>Nobody is named yet.</p> : null}
      <ul className={styles.guidance}>
        {people.map((person) => (
          <li key={person.id}>
            {person.role}: {person.name || 'not named yet'}
            {person.title ? `, ${person.title}` : ''}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onPress={() => goTo('/institution')}>Name the signatories</Button>
        <Button onPress={() => goTo('/sign-off')}>Go to Sign-off and export</Button>
      </div>
    </section>
  );
}
