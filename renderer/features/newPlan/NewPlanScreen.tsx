import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Action, Rating } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Grid } from '../../components/grid/Grid.tsx';
import { GridTools } from '../../components/grid/GridTools.tsx';
import type { OnGridChange } from '../../components/grid/gridColumns.ts';
import type { GridCommand, GridRequest } from '../../components/grid/gridProps.ts';
import { useGridView } from '../../components/grid/useGridView.ts';
import { MenuButton } from '../../components/MenuButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo, useRoute } from '../../stores/route.ts';
import { useActions, useCycleView, useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { changeActions } from '../plan/changeActions.ts';
import { KeyLegend } from '../plan/KeyLegend.tsx';
import styles from '../plan/PlanScreen.module.css';
import { usePlanGroupings } from '../plan/planGroupings.ts';
import { actionNoun, idOfItem, nameOfAction, nameOfItem, type PlanItem, sameItem } from '../plan/planItem.ts';
import { itemsOf, yearsOf } from '../plan/planItems.ts';
import { RecordInspector } from '../plan/RecordInspector.tsx';
import { usePlanActs } from '../plan/usePlanActs.ts';
import { useReadiness } from '../readiness/useReadiness.ts';
import { ContributionDialog } from '../signOff/ContributionDialog.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import { NewPlanInspector } from './NewPlanInspector.tsx';
import { newPlanColumns } from './newPlanColumns.tsx';
import { findingsByAction } from './planFindings.ts';
import { RenameOwner } from './RenameOwner.tsx';
import { RenumberDialog } from './RenumberDialog.tsx';
import { Timeline } from './Timeline.tsx';

const legend = [
  ['Enter', 'edit'],
  ['Alt Enter', 'new line'],
  ['Ctrl Enter', 'new action'],
  ['Ctrl Del', 'bin'],
  ['Space', 'whole record'],
  ['F1', 'all keys'],
] as const;
const none = [] as const;
const noRatings: ReadonlyMap<string, readonly Rating[]> = new Map();

interface NewPlanScreenProps {
  readonly actionId?: string | undefined;
  /** The field that an item of readiness leads to. */
  readonly field?: string | undefined;
}

/** The cell that a field of readiness stands in. */
const columnOfField = (field: string | undefined): string =>
  field === 'dueText' || field === 'dueOn' ? 'due' : (field ?? 'text');

/** Writing the new plan, action by action, in the table or in the record beside it. */
export function NewPlanScreen({ actionId, field }: NewPlanScreenProps) {
  const view = useCycleView();
  const plan = view?.newPlan;
  const actions = useActions(plan?.id);
  const institution = useInstitution();
  const continues = useContinues();
  const [placeId, setPlaceId] = useState<string | null>(null);
  // The record follows the focus as soon as there is time; the focus itself never waits for it.
  const shownId = useDeferredValue(placeId);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [request, setRequest] = useState<GridRequest | null>(null);

  const columns = useMemo(() => newPlanColumns(institution), [institution]);
  const { items: open, aside } = useReadiness(view?.cycle.id);
  const findings = useMemo(() => findingsByAction(open ?? []), [open]);
  const setAside = useMemo(() => findingsByAction(aside), [aside]);
  const [onlyFindings, setOnlyFindings] = useState(false);
  const [shape, setShape] = useState<'grid' | 'timeline'>('grid');
  const [dialog, setDialog] = useState<'rename' | 'renumber' | 'contribution' | null>(null);
  const items = useMemo(
    () =>
      itemsOf(actions, noRatings, (action) => ({
        note: continues(action),
        findings: findings.get(action.id) ?? none,
      })),
    [actions, continues, findings],
  );
  const shown = useMemo(
    () => (onlyFindings ? items.filter((item) => item.findings.length > 0) : items),
    [items, onlyFindings],
  );
  const marks = items.filter((item) => item.findings.length > 0).length;
  const groupings = usePlanGroupings(false);
  const [look, setLook] = useGridView('new-plan', columns, { group: 'theme' });
  const ask = useCallback(
    (wanted: Omit<GridRequest, 'serial'>) => setRequest((last) => ({ ...wanted, serial: (last?.serial ?? 0) + 1 })),
    [],
  );
  const acts = usePlanActs(plan?.id, actions, ask, look.group === 'theme');
  const onChange = useCallback<OnGridChange>(
    (changes, kind) => changeActions(plan?.id ?? '', changes, kind),
    [plan?.id],
  );

  const visit = useRoute((state) => state.visit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: led here once more is a reason to show it once more
  useEffect(() => {
    if (actionId === undefined) return;
    setOnlyFindings(false);
    setShape('grid');
    ask({ row: actionId, column: columnOfField(field) });
  }, [visit, actionId, field, ask]);

  const onCommand = (command: GridCommand, ids: readonly string[]): void => {
    if (command.kind !== 'rate') acts.carryOut(command, ids);
  };
  const menu = useMemo(
    () => [
      {
        id: 'open',
        reads: true,
        label: 'Open the whole record',
        run: (ids: readonly string[]) => acts.carryOut({ kind: 'open' }, ids),
      },
      { id: 'add', label: 'Add an action below', run: (ids: readonly string[]) => acts.add(ids.at(-1) ?? null) },
      { id: 'duplicate', label: 'Duplicate', run: acts.duplicate },
      { id: 'up', label: 'Move up', run: (ids: readonly string[]) => acts.shift(ids, -1) },
      { id: 'down', label: 'Move down', run: (ids: readonly string[]) => acts.shift(ids, 1) },
      { id: 'bin', label: 'Put in the bin', run: acts.bin },
    ],
    [acts],
  );

  if (!view || !plan) return null;
  const years = yearsOf(plan);
  const title = years === '' ? 'The new plan' : `The ${years} plan`;
  const tools = (
    <Changing>
      <Button look="primary" onPress={() => acts.add(placeId)}>
        Add action
      </Button>
      <Button onPress={() => goTo('/import/next')}>Update from spreadsheet…</Button>
    </Changing>
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
  const grid = (
    <>
      <GridTools
        screen="new-plan"
        rows={shown}
        idOf={idOfItem}
        columns={columns}
        groupings={groupings}
        view={look}
        onView={setLook}
        noun={actionNoun}
        onChange={onChange}
        selected={selected}
      />
      <Grid<PlanItem>
        label="New plan"
        rows={shown}
        idOf={idOfItem}
        nameOf={nameOfItem}
        sameRow={sameItem}
        noun={actionNoun}
        columns={columns}
        groupings={groupings}
        view={look}
        onView={setLook}
        startColumn="text"
        onChange={onChange}
        onCommand={onCommand}
        onMove={acts.move}
        menu={menu}
        canAdd
        onPlace={setPlaceId}
        onSelected={setSelected}
        request={request}
      />
    </>
  );
  return (
    <div className={styles.screen}>
      <PageHeading
        title={title}
        lede="Each action says what is done, who leads it, when it is due and how its success is measured."
      />
      <CoveragePanel
        actions={actions}
        institution={institution}
        onShow={(column, value) => {
          setShape('grid');
          setLook({ ...look, filters: { [column]: [value] } });
        }}
      />
      <div className={styles.tools}>
        <ChipGroup<'all' | 'findings' | 'timeline'>
          label="Show"
          chips={[
            { id: 'all', label: 'All', count: actions.length },
            { id: 'findings', label: 'To look at', count: marks },
            { id: 'timeline', label: 'Timeline' },
          ]}
          value={shape === 'timeline' ? 'timeline' : onlyFindings ? 'findings' : 'all'}
          onChange={(id) => {
            setShape(id === 'timeline' ? 'timeline' : 'grid');
            setOnlyFindings(id === 'findings');
          }}
        />
        <span className={styles.buttons}>
          {tools}
          <MenuButton
            label="More"
            items={[
              { id: 'renumber', label: 'Renumber…', changes: true },
              { id: 'rename', label: 'Rename an owner everywhere…', changes: true },
              { id: 'contribution', label: 'Send actions to a lead…' },
              { id: 'back', label: 'Take a contribution back…', changes: true },
            ]}
            onAction={(id) => {
              if (id === 'back') goTo('/import/next');
              else setDialog(id as 'rename' | 'renumber' | 'contribution');
            }}
          />
        </span>
      </div>
      {shape === 'timeline' ? <Timeline actions={actions} plan={plan} institution={institution} /> : grid}
      <Changing>
        <KeyLegend keys={legend} />
      </Changing>
      {item ? (
        <RecordInspector>
          <NewPlanInspector
            key={item.action.id}
            cycleId={view.cycle.id}
            action={item.action}
            acts={acts}
            findings={item.findings}
            aside={setAside.get(item.action.id) ?? none}
          />
        </RecordInspector>
      ) : null}
      {dialog === 'rename' ? <RenameOwner onClose={() => setDialog(null)} /> : null}
      {dialog === 'renumber' ? (
        <RenumberDialog planId={plan.id} actions={actions} institution={institution} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'contribution' ? (
        <ContributionDialog cycle={view.cycle} plan="next" onClose={() => setDialog(null)} />
      ) : null}
    </div>
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
