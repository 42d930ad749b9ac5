import type { Signatory } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './InstitutionScreen.module.css';
import { nextSignatory } from './nextSignatory.ts';
import { RecordList } from './RecordList.tsx';

const nameOf = ({ name, role }: Signatory): string => name || role || 'a signatory without a name';

/** The people who sign, in the order of the signatures page. */
export function SignatoryList() {
  const rows = useWorkspace((state) => state.rows.signatory);
  const institution = useInstitution();
  const signatories = [...rows.values()].toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  return (
    <RecordList
      items={signatories}
      nameOf={nameOf}
      addLabel="Add a signatory"
      empty="Nobody is listed to sign. The Institutional Lead and the leader of the institution both do."
      onAdd={() => run('signatory.add', { fields: nextSignatory(signatories, institution) })}
      onRemove={(id) => run('signatory.remove', { id })}
      fieldsOf={({ id, role, name, title }) => (
        <div className={styles.three}>
          <AutosaveText
            label="Signs as"
            value={role}
            placeholder="Institutional Lead"
            onSave={(text) => run('signatory.edit', { id, fields: { role: text } })}
          />
          <AutosaveText
            label="Name"
            value={name}
            onSave={(text) => run('signatory.edit', { id, fields: { name: text } })}
          />
          <AutosaveText
            label="Job title"
            value={title}
            onSave={(text) => run('signatory.edit', { id, fields: { title: text } })}
          />
        </div>
      )}
    />
  );
}
