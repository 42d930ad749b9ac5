import { useMemo, useState } from 'react';
import type { Voice } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { Button } from '../../components/Button.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useActions, useCycleView, useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { themeName } from '../../text/themes.ts';
import { ActionGrid } from './ActionGrid.tsx';
import { actionMatrix } from './actionMatrix.ts';
import { GapLinks } from './GapLinks.tsx';
import styles from './register.module.css';

/** Rows drawn at a time: more than anybody looks through in one go, and few enough to be drawn at once. */
const rowsAtATime = 50;

/** Which action answers which entry. A cell is a tick: the matrix is also the quickest way to link. */
export function ActionsView({ voices }: { readonly voices: readonly Voice[] }) {
  const view = useCycleView();
  const institution = useInstitution();
  const [which, setWhich] = useState<'new' | 'last'>('new');
  const [theme, setTheme] = useState<Theme | 'all'>('all');
  const [limit, setLimit] = useState(rowsAtATime);
  const plan = which === 'new' ? view?.newPlan : view?.lastPlan;
  const actions = useActions(plan?.id);
  const links = useWorkspace((state) => state.rows.link);
  const matrix = useMemo(
    () => actionMatrix(voices, actions, links.values(), theme === 'all' ? null : theme),
    [voices, actions, links, theme],
  );
  const path = which === 'new' ? '/new-plan' : '/last-plan';
  const planName = which === 'new' ? 'the new plan' : 'the last plan';
  if (voices.length === 0)
    return (
      <EmptyState title="Nothing is recorded yet">
        <p>Once there are entries, this table shows which action answers which of them, and what nobody answers.</p>
      </EmptyState>
    );
  return (
    <>
      <div className={styles.filters}>
        <ChipGroup
          label="Plan"
          chips={[
            { id: 'new', label: 'New plan' },
            { id: 'last', label: 'Last plan' },
          ]}
          value={which}
          onChange={setWhich}
        />
      </div>
      <div className={styles.filters}>
        <ChipGroup
          label="Theme"
          chips={[
            { id: 'all' as const, label: 'All themes' },
            ...themes.map((id) => ({ id, label: themeName(id, institution) })),
          ]}
          value={theme}
          onChange={setTheme}
        />
      </div>
      <GapLinks
        title={`No action of ${planName} is linked to these entries`}
        none={`Every entry here is linked to an action of ${planName}.`}
        gaps={matrix.unanswered.map(({ id, number }) => ({ id, label: `Voice ${number}`, path: `/voice/${id}` }))}
      />
      <GapLinks
        title={`These actions of ${planName} are linked to no entry`}
        none={
          actions.length === 0 ? `There are no actions in ${planName} yet.` : 'Every action here is linked to an entry.'
        }
        gaps={matrix.unasked.map(({ id, ref, text }) => ({
          id,
          label: ref || text.slice(0, 40) || 'Action without a text',
          path: `${path}/${id}`,
        }))}
      />
      {matrix.voices.length > 0 && matrix.actions.length > 0 ? (
        <ActionGrid matrix={{ ...matrix, voices: matrix.voices.slice(0, limit) }} total={matrix.voices.length} />
      ) : (
        <p>There is nothing of this theme to set against each other.</p>
      )}
      {matrix.voices.length > limit ? (
        <p>
          <Button onPress={() => setLimit(limit + rowsAtATime)}>
            Show {Math.min(rowsAtATime, matrix.voices.length - limit)} more
          </Button>{' '}
          <span className={styles.meta}>
            {limit} of {matrix.voices.length} entries are shown. The gaps above count all of them.
          </span>
        </p>
      ) : null}
    </>
  );
}
