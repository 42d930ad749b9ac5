import { useState } from 'react';
import type { GridScreen, GridView } from '#shared/model/gridView.ts';
import { run } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { Button } from '../Button.tsx';
import { Changing } from '../Changing.tsx';
import styles from './Grid.module.css';

interface SavedViewsProps {
  readonly screen: GridScreen;
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
}

/** Ways to look at this grid that were given a name. */
export function SavedViews({ screen, view, onView }: SavedViewsProps) {
  const rows = useWorkspace((state) => state.rows.savedView);
  const saved = [...rows.values()]
    .filter((each) => each.screen === screen)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const [name, setName] = useState('');
  return (
    <fieldset>
      <legend>Saved views</legend>
      {saved.length === 0 ? <p className={styles.hint}>None yet. Give this one a name to come back to it.</p> : null}
      <ul className={styles.saved}>
        {saved.map((each) => (
          <li key={each.id}>
            <Button look="quiet" onPress={() => onView(each.content)}>
              {each.name}
            </Button>
            <Changing>
              <Button
                look="quiet"
                aria-label={`Remove the view ${each.name}`}
                onPress={() => void run('view.remove', { id: each.id })}
              >
                Remove
              </Button>
            </Changing>
          </li>
        ))}
      </ul>
      <Changing>
        <form
          className={styles.buttons}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            void run('view.save', { screen, name: name.trim(), content: { ...view, search: '' } }).then((result) => {
              if (result.ok) setName('');
            });
          }}
        >
          <input
            className={styles.input}
            aria-label="Name of this view"
            placeholder="Name of this view"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" isDisabled={name.trim() === ''}>
            Save view
          </Button>
        </form>
      </Changing>
    </fieldset>
  );
}
