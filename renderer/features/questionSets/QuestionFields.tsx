import type { OwnQuestion } from '#shared/model/ownQuestionSet.ts';
import { type QuestionKind, questionKindSchema } from '#shared/model/questionSet.ts';
import { writesText } from '#shared/model/questionSetComparison.ts';
import { fail } from '#shared/result.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useCycleView } from '../../stores/views.ts';
import { RecordList } from '../institution/RecordList.tsx';
import { freeKey, type SetEdit, withQuestion } from './editOwnSet.ts';
import { FactFields } from './FactFields.tsx';
import styles from './QuestionSets.module.css';
import { kindWords } from './questionSetWords.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { titleFieldId } from './titleField.ts';

const kinds = questionKindSchema.options.map((value) => ({ value, label: kindWords[value] }));

interface QuestionFieldsProps {
  readonly question: OwnQuestion;
  /** Every question of the set, this one included. */
  readonly others: readonly OwnQuestion[];
  readonly edit: SetEdit;
  /** The question is known by another key from now on. */
  readonly onKey: (key: string) => void;
}

/** One question: its words, its limit, what it asks for, what reviewers look for, and its fields. */
export function QuestionFields({ question, others, edit, onKey }: QuestionFieldsProps) {
  const { key } = question;
  const write = (what: string, fields: Partial<OwnQuestion>) =>
    edit.write(
      what,
      withQuestion(key, (present) => ({ ...present, ...fields })),
    );
  const saveLimit = async (text: string) => {
    const wordLimit = readWholeNumber(text);
    return wordLimit === undefined
      ? fail({ code: 'input-invalid', detail: { field: 'wordLimit', reason: 'it has to be a whole number, or blank' } })
      : write('Wrote the word limit', { wordLimit });
  };
  const saveKey = async (text: string) => {
    const next = text.trim();
    if (others.some((each) => each.key === next && each.key !== key))
      return fail({ code: 'input-invalid', detail: { field: 'key', reason: 'another question has that key' } });
    const result = await edit.act(
      'Changed the key of a question',
      withQuestion(key, (present) => ({ ...present, key: next })),
    );
    if (result.ok) onKey(next);
    return result;
  };
  return (
    <>
      <div className={styles.fields}>
        <div id={titleFieldId}>
          <AutosaveText
            label="Title"
            value={question.title}
            description="Short, for the contents: at most 48 characters."
            onSave={(title) => write('Wrote a title', { title })}
          />
        </div>
        <AutosaveSelect
          label="Kind"
          value={question.kind}
          options={kinds}
          onSave={(kind: QuestionKind) =>
            edit.act(
              'Changed the kind of a question',
              withQuestion(key, (present) => ({ ...present, kind })),
            )
          }
        />
        <div className={styles.wide}>
          <AutosaveText
            label="The question in full"
            value={question.heading}
            onSave={(heading) => write('Wrote a question', { heading })}
          />
        </div>
        <div className={styles.wide}>
          <AutosaveText
            label="Prompt"
            multiline
            value={question.prompt}
            description="What to write about. It stands under the question, on the screen and in print."
            onSave={(prompt) => write('Wrote a prompt', { prompt })}
          />
        </div>
        {writesText(question.kind) ? (
          <AutosaveText
            label="Word limit"
            value={question.wordLimit === null ? '' : String(question.wordLimit)}
            placeholder="None"
            onSave={saveLimit}
          />
        ) : null}
        <div className={styles.wide}>
          <AutosaveText
            label="What reviewers look for"
            multiline
            value={question.guidance.join('\n')}
            description="A line each."
            onSave={(text) => write('Wrote what reviewers look for', { guidance: text === '' ? [] : text.split('\n') })}
          />
        </div>
      </div>
      <h3>What it asks for</h3>
      <RecordList
        items={question.asks.map((ask) => ({ ...ask, id: ask.key }))}
        nameOf={({ label }) => label.trim() || 'an ask without words'}
        addLabel="Add an ask"
        empty="Nothing to tick. Each ask is one tick beside the answer."
        onAdd={async () => {
          const id = freeKey(
            'ask',
            question.asks.map((ask) => ask.key),
          );
          const result = await edit.act(
            'Added an ask',
            withQuestion(key, (present) => ({ ...present, asks: [...present.asks, { key: id, label: '' }] })),
          );
          return result.ok ? { ok: true, value: { id } } : result;
        }}
        onRemove={(id) =>
          edit.act(
            'Removed an ask',
            withQuestion(key, (present) => ({ ...present, asks: present.asks.filter((ask) => ask.key !== id) })),
          )
        }
        fieldsOf={({ id, label }) => (
          <AutosaveText
            label="Ask"
            hideLabel
            value={label}
            onSave={(text) =>
              edit.write(
                'Wrote an ask',
                withQuestion(key, (present) => ({
                  ...present,
                  asks: present.asks.map((ask) => (ask.key === id ? { ...ask, label: text } : ask)),
                })),
              )
            }
          />
        )}
      />
      <h3>Fields to fill in</h3>
      <FactFields question={question} edit={edit} />
      <Disclosure title="Which earlier answers belong here">
        <TakesOver question={question} edit={edit} />
        <AutosaveText
          label="Key"
          value={question.key}
          description="Small letters, digits and hyphens. It pairs this question with the one of the same key in an earlier form."
          onSave={saveKey}
        />
      </Disclosure>
    </>
  );
}

/** Without a tick it is paired by its key; with ticks, with those questions of the form in use. */
function TakesOver({ question, edit }: Pick<QuestionFieldsProps, 'question' | 'edit'>) {
  const view = useCycleView();
  const chosen = question.comesFrom;
  const set = (comesFrom: readonly string[] | null) =>
    void edit.act(
      'Changed which answers belong here',
      withQuestion(question.key, (present) => ({ ...present, comesFrom })),
    );
  return (
    <fieldset>
      <legend>Answers to these questions of the form in use move here</legend>
      <Changing stays>
        <Checkbox
          label="The one with the same key"
          selected={chosen === null}
          onChange={(selected) => set(selected ? null : [])}
        />
        {(view?.questions ?? []).map(({ key, title }) => (
          <div key={key}>
            <Checkbox
              label={title}
              selected={chosen?.includes(key) ?? false}
              onChange={(selected) =>
                set(selected ? [...(chosen ?? []), key] : (chosen ?? []).filter((each) => each !== key))
              }
            />
          </div>
        ))}
      </Changing>{' '}
    </fieldset>
  );
}
