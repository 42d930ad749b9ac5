import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Action, Rating } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useActions, useCycleView, useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { saveActionText } from '../plan/actionFields.ts';
import { KeyLegend } from '../plan/KeyLegend.tsx';
import styles from '../plan/PlanScreen.module.css';
import { type PlaceRequest, PlanTable } from '../plan/PlanTable.tsx';
import { nameOfAction } from '../plan/planColumns.ts';
import { groupsOf, itemsOf, yearsOf } from '../plan/planItems.ts';
import type { PlanCommand } from '../plan/planKeys.ts';
import { RecordInspector } from '../plan/RecordInspector.tsx';
import { usePlanActs } from '../plan/usePlanActs.ts';
import { NewPlanInspector } from './NewPlanInspector.tsx';
import { newPlanColumns } from './newPlanColumns.tsx';
import { type Coverage, coverageOf } from './planCoverage.ts';
import { ThemesDialog } from './ThemesDialog.tsx';

const legend = [
  ['Enter', 'edit'],
  ['Alt Enter', 'new line'],
  ['Ctrl Enter', 'new action'],
  ['Alt ↑ ↓', 'move'],
  ['Ctrl Del', 'bin'],
  ['Space', 'whole record'],
  ['Ctrl Z', 'undo'],
] as const;
const noRatings: ReadonlyMap<string, readonly Rating[]> = new Map();

/** Writing the new plan, action by action, in the table or in the record beside it. */
export function NewPlanScreen({ actionId }: { readonly actionId?: string | undefined }) {
  const view = useCycleView();
  const plan = view?.newPlan;
  const actions = useActions(plan?.id);
  const institution = useInstitution();
  const continues = useContinues();
  const [placeId, setPlaceId] = useState<string | null>(null);
  // The record follows the focus as soon as there is time; the focus itself never waits for it.
  const shownId = useDeferredValue(placeId);
  const [themesOf, setThemesOf] = useState<string | null>(null);
  const [request, setRequest] = useState<PlaceRequest | null>(null);

  const columns = useMemo(() => newPlanColumns(institution), [institution]);
  const items = useMemo(() => itemsOf(actions, noRatings, continues), [actions, continues]);
  const groups = useMemo(() => groupsOf(items, institution, false), [items, institution]);
  const ask = useCallback(
    (wanted: Omit<PlaceRequest, 'serial'>) => setRequest((last) => ({ ...wanted, serial: (last?.serial ?? 0) + 1 })),
    [],
  );
  const acts = usePlanActs(plan?.id, actions, ask);

  useEffect(() => {
    if (actionId !== undefined) ask({ actionId, column: 'text' });
  }, [actionId, ask]);

  const onCommand = (command: PlanCommand, id: string | null, column: string): void => {
    if (command.kind === 'rate') return;
    // The themes of a cell are ticked; everything else that opens is the whole record.
    if (command.kind === 'open' && column === 'themes') setThemesOf(id);
    else acts.carryOut(command, id);
  };

  if (!view || !plan) return null;
  const years = yearsOf(plan);
  const title = years === '' ? 'The new plan' : `The ${years} plan`;
  const tools = (
    <>
      <Button look="primary" onPress={() => acts.add(placeId)}>
        Add action
      </Button>
      <Button onPress={() => goTo('/import/next')}>Update from spreadsheet…</Button>
    </>
  );
  if (actions.length === 0)
    return (
      <>
        <PageHeading title={title} />
        <EmptyState title="The new plan has no action yet" action={<div className={styles.facts}>{tools}</div>}>
          <p>
            What the institution will do next belongs here, theme by theme: who leads each action, when it is due and
            how it will be seen to have worked. Add the first action, bring in a plan from a spreadsheet, or carry
            actions forward from the <a href="#/last-plan">last plan</a>.
          </p>
        </EmptyState>
      </>
    );
  const item = items.find(({ action }) => action.id === shownId);
  return (
    <>
      <PageHeading
        title={title}
        lede="Each action says what is done, who leads it, when it is due and how its success is measured."
      />
      <div className={styles.tools}>
        <CoverageLine coverage={coverageOf(actions, institution)} />
        <span className={styles.buttons}>{tools}</span>
      </div>
      <PlanTable
        label="New plan"
        columns={columns}
        groups={groups}
        startColumn="text"
        lettersRate={false}
        onEdit={saveActionText}
        onCommand={onCommand}
        onPlace={setPlaceId}
        request={request}
      />
      <KeyLegend keys={legend} />
      {item ? (
        <RecordInspector>
          <NewPlanInspector key={item.action.id} action={item.action} acts={acts} />
        </RecordInspector>
      ) : null}
      <ThemesDialog action={actions.find(({ id }) => id === themesOf) ?? null} onClose={() => setThemesOf(null)} />
    </>
  );
}

function CoverageLine({ coverage }: { readonly coverage: Coverage }) {
  return (
    <p className={styles.coverage}>
      {coverage.counts.map(({ name, count }) => `${name} ${count}`).join(' · ')}
      {coverage.gap === null ? null : (
        <>
          {' · '}
          <span className={styles.gap}>{coverage.gap}</span>
        </>
      )}
    </p>
  );
}

/** "Continues V2 of the last plan", for the line under an action's text. */
function useContinues(): (action: Action) => string {
  const lineage = useWorkspace((state) => state.rows.lineage);
  const actions = useWorkspace((state) => state.rows.action);
  return useMemo(() => {
    const names = new Map<string, string[]>();
    for (const { fromActionId, toActionId } of lineage.values()) {
      const from = actions.get(fromActionId);
      if (toActionId === null || !from || from.binned) continue;
      names.set(toActionId, [...(names.get(toActionId) ?? []), nameOfAction(from)]);
    }
    return ({ id }) => {
      const own = names.get(id);
      return own ? `Continues ${own.join(', ')} of the last plan` : '';
    };
  }, [lineage, actions]);
}
