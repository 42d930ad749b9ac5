import type { Question } from '#shared/model/questionSet.ts';
import { citationsIn } from '#shared/model/richText.ts';
import type { Answer } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { DocumentComments } from '../comments/DocumentComments.tsx';
import { QuotingWarnings } from '../voice/QuotingWarnings.tsx';
import type { InEditor } from './AnswerEditor.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import styles from './QuestionScreen.module.css';
import { ToDoSection } from './ToDoSection.tsx';

interface AnswerInspectorProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly onCite: (() => void) | null;
  readonly inEditor: InEditor | null;
}

/** Beside the answer: what it asks for, what was said last time, and what is cited. */
export function AnswerInspector({ question, answer, onCite, inEditor }: AnswerInspectorProps) {
  const rows = useWorkspace((state) => state.rows);
  const ticked = new Set(
    [...rows.askTick.values()].filter((tick) => tick.answerId === answer.id).map((tick) => tick.askKey),
  );
  return (
    <>
      {question.asks.length > 0 ? (
        <section>
          <h2>What it asks for</h2>
          <Changing stays>
            <ul className={styles.asks}>
              {question.asks.map((ask) => (
                <li key={ask.key}>
                  <Checkbox
                    label={ask.label}
                    selected={ticked.has(ask.key)}
                    onChange={(selected) =>
                      void run('ask.tick', { answerId: answer.id, askKey: ask.key, ticked: selected })
                    }
                  />
                </li>
              ))}
            </ul>
          </Changing>
        </section>
      ) : null}
      <DocumentComments targetId={answer.id} />
      <ToDoSection answer={answer} inEditor={inEditor} />
      <EarlierAnswers questionKey={question.key} answer={answer} inEditor={inEditor} />
      <CitedSection answer={answer} onCite={onCite} />
    </>
  );
}

/** Voice and evidence that the text cites, or that is linked to this answer and not yet cited. */
function CitedSection({ answer, onCite }: { readonly answer: Answer; readonly onCite: (() => void) | null }) {
  const rows = useWorkspace((state) => state.rows);
  const cited = new Set(citationsIn(answer.content).map((target) => target.id));
  const linked = [...rows.link.values()].filter((link) => link.target === answer.id).map((link) => link.sourceId);
  const ids = [...new Set([...cited, ...linked])];
  return (
    <section>
      <h2>
        Voice and evidence <span className={styles.meta}>{cited.size} cited</span>
      </h2>
      {ids.map((id) => {
        const voice = rows.voice.get(id);
        const item = rows.evidence.get(id);
        if (!voice && !item) return null;
        const where = cited.has(id) ? 'cited' : 'linked, not cited';
        return (
          <Card key={id}>
            {voice ? (
              <p className={voice.kind === 'quote' ? styles.quote : ''}>
                {voice.kind === 'quote' ? `“${voice.words}”` : voice.words}
              </p>
            ) : null}
            {item ? <p>{item.title}</p> : null}
            <p className={styles.meta}>
              {voice ? `Voice ${voice.number}` : `Evidence ${item?.number ?? ''}`} · {where}
            </p>
            {voice ? <QuotingWarnings voice={voice} /> : null}
            <Button look="quiet" onPress={() => goTo(voice ? `/voice/${id}` : `/evidence/${id}`)}>
              Open
            </Button>
          </Card>
        );
      })}
      {onCite ? (
        <Changing>
          <Button onPress={onCite}>Cite voice or evidence…</Button>
        </Changing>
      ) : null}
    </section>
  );
}
