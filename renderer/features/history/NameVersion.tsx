import { useState } from 'react';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import styles from './HistoryScreen.module.css';

/** A name for the state as it is now, to find it again by. */
export function NameVersion() {
  const versions = useWorkspace((state) => state.rows.version);
  const [name, setName] = useState('');
  const named = [...versions.values()].toSorted((a, b) => b.stepId - a.stepId);
  return (
    <section className={styles.versions}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void run('version.name', { name: name.trim(), note: '' }).then((result) => {
            if (result.ok) setName('');
          });
        }}
      >
        <label>
          Name the state as it is now
          <input
            value={name}
            placeholder="As sent to the Steering Group"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit">Name it</Button>
      </form>
      {named.length > 0 ? (
        <ul>
          {named.map((version) => (
            <li key={version.id}>
              <strong>{version.name}</strong> <span className={styles.meta}>{dayAndTime(version.namedAt)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
