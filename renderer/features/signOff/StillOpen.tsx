import { Button } from '../../components/Button.tsx';
import { goTo } from '../../stores/route.ts';
import { errorText } from '../../text/errors.ts';
import { ReadinessList } from '../readiness/ReadinessList.tsx';
import type { BeforeIssue } from './beforeIssue.ts';
import styles from './SignOffScreen.module.css';

/** Before an issue: what is marked to do first, since its marks would be printed; then what else is asked for. */
export function StillOpen({ before: { items, error } }: { readonly before: BeforeIssue }) {
  const marked = items.filter((item) => item.rule === 'to-do-in-answer');
  const others = items.filter((item) => item.rule !== 'to-do-in-answer');
  return (
    <div role="alert" className={styles.stillOpen}>
      {error ? (
        <p>
          What the submission still asks for could not be looked up, so nothing was issued. {errorText(error).message}{' '}
          {errorText(error).remedy}
        </p>
      ) : null}
      {marked.length > 0 ? (
        <>
          <p>
            {marked.length === 1
              ? 'One place is still marked to do. It would be printed with its mark.'
              : `${marked.length} places are still marked to do. They would be printed with their marks.`}
          </p>
          <ReadinessList items={marked} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <p>
            {others.length} {marked.length > 0 ? 'more ' : ''}
            {others.length === 1 ? 'thing is' : 'things are'} still asked for by the submission.
          </p>
          <ReadinessList items={others.slice(0, most)} />
          <Button look="quiet" onPress={() => goTo('/readiness')}>
            {others.length > most ? `See all ${others.length} in Readiness` : 'See what is left'}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** A reminder before an issue, not the whole list. */
const most = 5;
