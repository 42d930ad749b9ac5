import { useState } from 'react';
import { finishedQuestionSet, ownCopyOf } from '#shared/model/ownQuestionSet.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import type { OwnQuestionSet } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { earlierDrafts } from './earlierDrafts.ts';
import { movePath, otherForms } from './otherForms.ts';
import styles from './QuestionSets.module.css';
import { counted, nameOfSet } from './questionSetWords.ts';
import { readSetFile } from './readSetFile.ts';
import { saveSet } from './saveSet.ts';
import { useShippedSets } from './shippedSets.ts';

/** Which form the self-assessment is written under, which others there are, and those that the institution writes. */
export function QuestionSetsScreen() {
  const view = useCycleView();
  const shipped = useShippedSets();
  const own = useWorkspace((state) => state.rows.ownQuestionSet);
  const rows = useWorkspace((state) => state.rows);
  if (!view) return null;
  const { questionSet, cycle } = view;
  const others = otherForms(shipped, questionSet);
  const drafts = earlierDrafts(rows, cycle.id);
  const open = async (path: (set: QuestionSet) => string, file: Parameters<typeof readSetFile>[0]): Promise<void> => {
    const content = await readSetFile(file);
    if (content) goTo(path(content));
  };
  return (
    <>
      <PageHeading
        title="Form and questions"
        lede="The questions come with the form of a stage. A newer form is looked at beside this one before anything moves, and the draft as it was stays readable."
      />
      <section className={styles.section} aria-label="The form in use">
        <h2>In use</h2>
        <div className={styles.entry}>
          <div>
            <b>{nameOfSet(questionSet)}</b>
            <span className={styles.meta}>
              Stage {questionSet.stage} · {counted(questionSet.questions.length, 'question', 'questions')} · a plan of{' '}
              {questionSet.planMonths} months
            </span>
          </div>
          <Button onPress={() => void saveSet(questionSet)}>Save as JSON…</Button>
        </div>
      </section>

      <section className={styles.section} aria-label="Other forms of this stage">
        <h2>Other forms of Stage {questionSet.stage}</h2>
        {others.length === 0 ? (
          <p className={styles.meta}>This is the newest that comes with the application.</p>
        ) : null}
        <ul className={styles.list}>
          {others.map((set) => (
            <li key={`${set.id} ${set.version}`} className={styles.entry}>
              <div>
                <b>{nameOfSet(set)}</b>
                <span className={styles.meta}>
                  Comes with the application · {counted(set.questions.length, 'question', 'questions')}
                </span>
              </div>
              <Button look="primary" onPress={() => goTo(movePath({ shipped: set }))}>
                See what moves
              </Button>
            </li>
          ))}
        </ul>
        <FilePickButton
          label="Open a form (JSON)…"
          accept={['.json']}
          purpose="questions"
          onFile={(file) => void open(() => movePath('opened'), file)}
        />
      </section>

      <section className={styles.section} aria-label="Question sets of your own">
        <h2>Question sets of your own</h2>
        <p>
          For an institution that asks its departments something more, or words it differently. Written here, checked as
          it is written, and saved as JSON that others can open.
        </p>
        <ul className={styles.list}>
          {[...own.values()].map((set) => (
            <OwnSet key={set.id} own={set} stage={cycle.stage} />
          ))}
        </ul>
        <Changing what="A question set of your own is begun">
          <BeginCopy shipped={shipped} inUse={questionSet} />
        </Changing>
      </section>

      {drafts.length > 0 ? (
        <section className={styles.section} aria-label="Earlier drafts">
          <h2>Earlier drafts</h2>
          <p>What stood under a form that was left, as it stood then.</p>
          <ul className={styles.list}>
            {drafts.map(({ questionSetId, set, movedAt, words }) => (
              <li key={questionSetId} className={styles.entry}>
                <div>
                  <b>{nameOfSet(set)}</b>
                  <span className={styles.meta}>
                    Left on {dayAndTime(movedAt)} · {counted(words, 'word', 'words')}
                  </span>
                </div>
                <Button onPress={() => goTo(`/question-sets/earlier/${questionSetId}`)}>Read it</Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function OwnSet({ own, stage }: { readonly own: OwnQuestionSet; readonly stage: number }) {
  const { id, content } = own;
  const finished = finishedQuestionSet(content);
  const title = content.title.trim() || 'A question set without a title';
  const remove = async (): Promise<void> => {
    const result = await run('ownQuestionSet.remove', { id });
    if (result.ok) notify({ kind: 'done', message: `Removed ${title}. Undo (Ctrl+Z) brings it back.` });
  };
  return (
    <li className={styles.entry}>
      <div>
        <b>
          {title}, {content.version}
        </b>
        <span className={styles.meta}>
          Stage {content.stage} · {counted(content.questions.length, 'question', 'questions')} ·{' '}
          {finished.ok ? 'complete' : `${counted(finished.problems.length, 'thing is', 'things are')} missing or wrong`}
        </span>
      </div>
      <div className={styles.buttons}>
        <Button onPress={() => goTo(`/question-sets/own/${id}`)} aria-label={`Write on ${title}`}>
          Write on
        </Button>
        {finished.ok ? (
          <Button onPress={() => void saveSet(finished.set)} aria-label={`Save as JSON… ${title}`}>
            Save as JSON…
          </Button>
        ) : null}
        {finished.ok && content.stage === stage ? (
          <Button onPress={() => goTo(movePath({ ownId: id }))} aria-label={`See what moves to ${title}`}>
            See what moves
          </Button>
        ) : null}
        <Changing>
          <Button look="danger" onPress={() => void remove()} aria-label={`Remove ${title}`}>
            Remove
          </Button>
        </Changing>
      </div>
    </li>
  );
}

/** Nobody begins with an empty page: a form that is there, or a file, is copied. */
function BeginCopy({ shipped, inUse }: { readonly shipped: readonly QuestionSet[]; readonly inUse: QuestionSet }) {
  const [chosen, setChosen] = useState('in-use');
  const sets = new Map<string, QuestionSet>([
    ['in-use', inUse],
    ...shipped.map((set) => [`${set.id} ${set.version}`, set] as const),
  ]);
  const begin = async (set: QuestionSet | null | undefined): Promise<void> => {
    if (!set) return;
    const added = await run('ownQuestionSet.add', { content: ownCopyOf(set) });
    if (added.ok) goTo(`/question-sets/own/${added.value.id}`);
  };
  return (
    <div className={styles.begin}>
      <label>
        <span className={styles.meta}>Begin with a copy of</span>
        <select className={styles.select} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {[...sets].map(([key, set]) => (
            <option key={key} value={key}>
              {key === 'in-use' ? `The form in use: ${nameOfSet(set)}` : nameOfSet(set)}
            </option>
          ))}
        </select>
      </label>
      <Button look="primary" onPress={() => void begin(sets.get(chosen))}>
        Begin
      </Button>
      <FilePickButton
        label="Begin with a JSON file…"
        accept={['.json']}
        purpose="questions"
        onFile={(file) => void readSetFile(file).then(begin)}
      />
    </div>
  );
}
