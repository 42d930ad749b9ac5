import type { OwnFact, OwnQuestion } from '#shared/model/ownQuestionSet.ts';
import { simpleFactKindSchema } from '#shared/model/questionSet.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { RecordList } from '../institution/RecordList.tsx';
import { blankFact, freeKey, type SetEdit, withQuestion } from './editOwnSet.ts';
import styles from './QuestionSets.module.css';
import { factKindWords } from './questionSetWords.ts';

const simpleKinds = simpleFactKindSchema.options.map((value) => ({ value, label: factKindWords[value] }));
const kinds = [...simpleKinds, { value: 'table' as const, label: factKindWords.table }];

interface FactFieldsProps {
  readonly question: OwnQuestion;
  readonly edit: SetEdit;
}

/** The labelled fields of a question; a table has columns of its own. */
export function FactFields({ question, edit }: FactFieldsProps) {
  const change = (facts: (present: readonly OwnFact[]) => readonly OwnFact[]) =>
    withQuestion(question.key, (present) => ({ ...present, facts: [...facts(present.facts)] }));
  const put = (key: string, fields: Partial<OwnFact>) =>
    change((facts) => facts.map((fact) => (fact.key === key ? { ...fact, ...fields } : fact)));
  return (
    <RecordList
      items={question.facts.map((fact) => ({ ...fact, id: fact.key }))}
      nameOf={({ label }) => label.trim() || 'a field without a label'}
      addLabel="Add a field"
      empty="No fields. They are for what is filled in rather than written: a number, a date, an address, a table."
      onAdd={async () => {
        const id = freeKey(
          'field',
          question.facts.map((fact) => fact.key),
        );
        const result = await edit.act(
          'Added a field',
          change((facts) => [...facts, blankFact(id)]),
        );
        return result.ok ? { ok: true, value: { id } } : result;
      }}
      onRemove={(id) =>
        edit.act(
          'Removed a field',
          change((facts) => facts.filter((fact) => fact.key !== id)),
        )
      }
      fieldsOf={({ id: _id, ...fact }) => (
        <>
          <div className={styles.fields}>
            <AutosaveText
              label="Label"
              value={fact.label}
              onSave={(label) => edit.write('Wrote the label of a field', put(fact.key, { label }))}
            />
            <AutosaveSelect
              label="What is filled in"
              value={fact.kind}
              options={kinds}
              onSave={(kind) => edit.act('Changed the kind of a field', put(fact.key, { kind }))}
            />
            <div className={styles.wide}>
              <AutosaveText
                label="Help (may be blank)"
                value={fact.help}
                onSave={(help) => edit.write('Wrote the help of a field', put(fact.key, { help }))}
              />
            </div>
          </div>
          {fact.kind === 'table' ? (
            <Columns fact={fact} edit={edit} put={(columns) => put(fact.key, { columns: [...columns] })} />
          ) : null}
        </>
      )}
    />
  );
}

interface ColumnsProps {
  readonly fact: OwnFact;
  readonly edit: SetEdit;
  readonly put: (columns: OwnFact['columns']) => ReturnType<typeof withQuestion>;
}

function Columns({ fact, edit, put }: ColumnsProps) {
  const withColumn = (key: string, fields: Partial<OwnFact['columns'][number]>) =>
    put(fact.columns.map((column) => (column.key === key ? { ...column, ...fields } : column)));
  return (
    <RecordList
      items={fact.columns.map((column) => ({ ...column, id: column.key }))}
      nameOf={({ label }) => label.trim() || 'a column without a label'}
      addLabel="Add a column"
      empty="A table needs a column."
      onAdd={async () => {
        const id = freeKey(
          'column',
          fact.columns.map((column) => column.key),
        );
        const result = await edit.act('Added a column', put([...fact.columns, { key: id, label: '', kind: 'text' }]));
        return result.ok ? { ok: true, value: { id } } : result;
      }}
      onRemove={(id) => edit.act('Removed a column', put(fact.columns.filter((column) => column.key !== id)))}
      fieldsOf={({ key, label, kind }) => (
        <div className={styles.fields}>
          <AutosaveText
            label="Column"
            value={label}
            onSave={(text) => edit.write('Wrote a column', withColumn(key, { label: text }))}
          />
          <AutosaveSelect
            label="What is filled in"
            value={kind}
            options={simpleKinds}
            onSave={(next) => edit.act('Changed a column', withColumn(key, { kind: next }))}
          />
        </div>
      )}
    />
  );
}
