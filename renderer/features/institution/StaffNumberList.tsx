import type { StaffNumber } from '#shared/model/tables.ts';
import { fail } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { useSession } from '../../stores/session.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import styles from './InstitutionScreen.module.css';
import { RecordList } from './RecordList.tsx';
import { readCount } from './readCount.ts';

const bases = [
  { value: 'headcount', label: 'Headcount' },
  { value: 'fte', label: 'Full-time equivalent' },
] as const;

const nameOf = ({ count, countedOn }: StaffNumber): string =>
  countedOn ? `the number ${count} of ${longDate(countedOn)}` : `the number ${count}`;

/** How many technical staff there are, newest count first; a number without its date and definition says little. */
export function StaffNumberList() {
  const rows = useWorkspace((state) => state.rows.staffNumber);
  const today = useSession((state) => state.today);
  const numbers = [...rows.values()].toSorted(
    (a, b) => (b.countedOn ?? '9999').localeCompare(a.countedOn ?? '9999') || a.id.localeCompare(b.id),
  );
  const edit = (id: string, fields: Partial<Omit<StaffNumber, 'id'>>) => run('staffNumber.edit', { id, fields });
  const saveCount = async (id: string, text: string) => {
    const count = readCount(text);
    return count === null
      ? fail({
          code: 'input-invalid',
          detail: { field: 'count', reason: 'the count has to be a number, such as 231.5' },
        })
      : edit(id, { count });
  };
  return (
    <RecordList
      items={numbers}
      nameOf={nameOf}
      addLabel="Add a count"
      empty="No count yet. Each carries the day, who was counted and where the number comes from."
      onAdd={() =>
        run('staffNumber.add', {
          fields: {
            countedOn: today,
            count: 0,
            basis: numbers[0]?.basis ?? 'headcount',
            definition: numbers[0]?.definition ?? '',
            source: numbers[0]?.source ?? '',
          },
        })
      }
      onRemove={(id) => run('staffNumber.remove', { id })}
      fieldsOf={({ id, countedOn, count, basis, definition, source }) => (
        <div className={styles.three}>
          <AutosaveText label="Technical staff" value={String(count)} onSave={(text) => saveCount(id, text)} />
          <AutosaveSelect
            label="Counted as"
            value={basis}
            options={bases}
            onSave={(value) => edit(id, { basis: value })}
          />
          <AutosaveDate label="Counted on" value={countedOn} onSave={(day) => edit(id, { countedOn: day })} />
          <div className={styles.wide}>
            <AutosaveText
              label="Who is counted"
              value={definition}
              placeholder="For instance: grades 3 to 8 in technical job families, with apprentices"
              onSave={(text) => edit(id, { definition: text })}
            />
          </div>
          <div className={styles.wide}>
            <AutosaveText
              label="Where the number comes from"
              value={source}
              placeholder="For instance: the human resources system"
              onSave={(text) => edit(id, { source: text })}
            />
          </div>
        </div>
      )}
    />
  );
}
