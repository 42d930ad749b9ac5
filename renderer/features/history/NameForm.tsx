import { useState } from 'react';
import type { Result } from '#shared/result.ts';
import { Button } from '../../components/Button.tsx';
import styles from './HistoryScreen.module.css';

interface NameFormProps {
  readonly label: string;
  readonly button: string;
  readonly initial?: string;
  readonly onName: (name: string) => Promise<Result<unknown>>;
}

/** A name for a state, to find it again by. */
export function NameForm({ label, button, initial = '', onName }: NameFormProps) {
  const [name, setName] = useState(initial);
  return (
    <form
      className={styles.nameForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void onName(name.trim()).then((result) => {
          if (result.ok) setName('');
        });
      }}
    >
      <label>
        {label}
        <input
          value={name}
          placeholder="As sent to the Steering Group"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit">{button}</Button>
    </form>
  );
}
