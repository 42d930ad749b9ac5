import { showGuide } from '../../actions/guide.ts';
import { Button } from '../../components/Button.tsx';
import { useSession } from '../../stores/session.ts';
import type { CycleView } from '../../stores/views.ts';
import styles from './OverviewScreen.module.css';

interface Stretch {
  readonly title: string;
  readonly how: string;
  readonly path: string;
}

/** How the work goes, from the last plan to the published submission: there from the first start until it is put away. */
export function Guide({ view }: { readonly view: CycleView }) {
  const shown = useSession((state) => state.app?.guideShown ?? false);
  if (!shown) return null;
  return (
    <section className={styles.section} aria-labelledby="overview-guide">
      <h2 id="overview-guide">How the work goes</h2>
      <ol className={styles.guide}>
        {stretches(view).map(({ title, how, path }) => (
          <li key={path}>
            <a href={`#${path}`}>{title}</a>
            <p>{how}</p>
          </li>
        ))}
      </ol>
      <p>
        Everything is saved as it is written, on this computer only, and every step can be undone. <kbd>Ctrl+K</kbd>{' '}
        finds anything, <kbd>F1</kbd> lists the keys.
      </p>
      <Button onPress={() => void showGuide(false)}>Hide this</Button>
    </section>
  );
}

function stretches({ questionSet, questions }: CycleView): readonly Stretch[] {
  const first = questions.find(({ kind }) => kind === 'rich-text') ?? questions[0];
  const review: readonly Stretch[] = [
    {
      title: 'Bring in the last plan',
      how: 'From its spreadsheet or Word table. Nothing changes until you have seen how it was read.',
      path: '/import/last',
    },
    {
      title: 'Rate it',
      how: 'Green is done, amber under way, red still to be carried out, with a reason. Then say what becomes of each action.',
      path: '/last-plan',
    },
  ];
  return [
    ...(questionSet.reviewsLastPlan ? review : []),
    {
      title: 'Answer the questions',
      how: 'Rough notes will do at first. What was answered last time stands beside each.',
      path: first ? `/question/${first.key}` : '/overview',
    },
    {
      title: 'Note what technicians say',
      how: 'In the meeting, or from a survey. Link it to what it changed, and cite it as far as they agreed.',
      path: '/voice',
    },
    {
      title: 'Write the next plan',
      how: 'In a grid that takes a paste from Excel. Carried-forward actions are there already.',
      path: '/new-plan',
    },
    {
      title: 'See what a reader would miss',
      how: 'Listed by weight, each one click from its place.',
      path: '/readiness',
    },
    {
      title: 'Export, sign, publish',
      how: 'A Word document for signature, a workbook, and a page for the website with names taken out.',
      path: '/sign-off',
    },
  ];
}
