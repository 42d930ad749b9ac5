import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Rag } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Grid } from '../../components/grid/Grid.tsx';
import { GridTools } from '../../components/grid/GridTools.tsx';
import type { OnGridChange } from '../../components/grid/gridColumns.ts';
import type { GridCommand, GridRequest } from '../../components/grid/gridProps.ts';
import { useGridView } from '../../components/grid/useGridView.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo, useRoute } from '../../stores/route.ts';
import { useActions, useCycleView, useInstitution } from '../../stores/views.ts';
import { ragWords } from '../../text/words.ts';
import { changeActions } from '../plan/changeActions.ts';
import { goToInspector, severalRecords } from '../plan/inspectorElement.ts';
import { KeyLegend } from '../plan/KeyLegend.tsx';
import { useOutcomes } from '../plan/outcomes.ts';
import styles from '../plan/PlanScreen.module.css';
import { usePlanGroupings } from '../plan/planGroupings.ts';
import { actionNoun, idOfItem, nameOfAction, nameOfItem, type PlanItem, sameItem } from '../plan/planItem.ts';
import { planHeading, today } from '../plan/planItems.ts';
import { RecordInspector } from '../plan/RecordInspector.tsx';
import { usePlanActs } from '../plan/usePlanActs.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { LastPlanInspector } from './LastPlanInspector.tsx';
import { lastPlanColumns } from './lastPlanColumns.tsx';
import { decideInCells, hasOutcome } from './outcomeCells.ts';
import { ReviewHead } from './ReviewHead.tsx';
import { passes, type ReviewFilter } from './reviewCounts.ts';
import { SelectionInspector } from './SelectionInspector.tsx';
import { useReview } from './useReview.ts';

interface LastPlanScreenProps {
  readonly actionId?: string | undefined;
  /** The field that an item of readiness leads to: `explanation`, `progress`, `rag` … */
  readonly field?: string | undefined;
}

const lede = 'Green is done, amber under way, red still to be carried out. Every red needs a reason.';
const legend = [
  ['G A R N', 'rate in the RAG column'],
  ['Enter', 'edit'],
  ['Alt Enter', 'new line'],
  ['Space', 'whole record'],
  ['Ctrl Z', 'undo'],
  ['F1', 'all keys'],
] as const;

/** The cell that a field of readiness stands in. */
const columnOfField = (field: string | undefined): string => {
  if (field === undefined || field === 'rag') return 'rag';
  if (field === 'progress' || field === 'explanation') return 'progress';
  if (field === 'dueText' || field === 'dueOn') return 'due';
  return field === 'ref' || field === 'lead' ? field : 'text';
};

/** "V2 rated Red. It needs a reason", "5 actions rated Green" */
function ratedWords(rated: readonly PlanItem[], rag: Rag | null): string {
  const [only] = rated;
  const words = ragWords[rag ?? 'unrated'];
  const lack = rag === 'red' ? rated.filter(({ current }) => (current?.explanation ?? '').trim() === '').length : 0;
  if (rated.length === 1 && only)
    return `${nameOfAction(only.action)} rated ${words}${lack > 0 ? '. It needs a reason' : ''}`;
  return `${rated.length} actions rated ${words}${lack > 0 ? `. ${lack} of them need a reason` : ''}`;
}

/** Leads to the record of one action, or to what can be done with several. */
const open = (ids: readonly string[]): void => goToInspector(ids.length > 1 ? [severalRecords(ids.length)] : ids);

/** The RAG review: how the actions of the last plan went, and what becomes of each. */
export function LastPlanScreen({ actionId, field }: LastPlanScreenProps) {
  const cycle = useCycleView();
  const plan = cycle?.lastPlan;
  const newPlanId = cycle?.newPlan.id;
  const actions = useActions(plan?.id);
  const institution = useInstitution();
  const review = useReview(actions);
  const outcomes = useOutcomes();
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  // The record follows the focus as soon as there is time; the focus itself never waits for it.
  const shownId = useDeferredValue(placeId);
  const shownSelection = useDeferredValue(selected);
  const [said, setSaid] = useState('');
  const [deciding, setDeciding] = useState<readonly PlanItem[] | null>(null);
  const [request, setRequest] = useState<GridRequest | null>(null);
  const day = today();

  const columns = useMemo(() => lastPlanColumns(day, institution), [day, institution]);
  const groupings = usePlanGroupings(true);
  const [view, setView] = useGridView('last-plan', columns, { group: 'theme' });
  const { items, shown, showAll } = review;
  const ask = useCallback(
    (wanted: Omit<GridRequest, 'serial'>) => setRequest((last) => ({ ...wanted, serial: (last?.serial ?? 0) + 1 })),
    [],
  );
  const acts = usePlanActs(plan?.id, actions, ask, view.group === 'theme');
  const onChange = useCallback<OnGridChange>(
    (changes, kind) =>
      hasOutcome(changes) ? decideInCells(changes, newPlanId ?? '') : changeActions(plan?.id ?? '', changes, kind),
    [plan?.id, newPlanId],
  );

  const visit = useRoute((state) => state.visit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: led here once more is a reason to show it once more
  useEffect(() => {
    if (actionId === undefined) return;
    showAll();
    ask({ row: actionId, column: columnOfField(field), edit: field === 'explanation' || field === 'progress' });
  }, [visit, actionId, field, ask, showAll]);

  const rate = async (ids: readonly string[], rag: Rag | null): Promise<void> => {
    const wanted = new Set(ids);
    const rated = items.filter(({ action }) => wanted.has(action.id));
    if (rated.length === 0) return;
    const result = await run('rating.give', { actionIds: rated.map(({ action }) => action.id), rag });
    if (result.ok) setSaid(ratedWords(rated, rag));
  };
  const latestRate = useRef(rate);
  latestRate.current = rate;
  const onRate = useCallback((ids: readonly string[], rag: Rag | null) => void latestRate.current(ids, rag), []);
  const onLead = (filter: Exclude<ReviewFilter, 'all' | Rag>): void => {
    const first = items.find((item) => passes(item, filter, outcomes));
    if (!first) return;
    if (!shown.includes(first)) showAll();
    ask({ row: first.action.id, column: filter === 'reason-needed' ? 'progress' : 'rag' });
  };
  const onCommand = (command: GridCommand, ids: readonly string[]): void => {
    if (command.kind === 'rate') void rate(ids, command.rag);
    else if (command.kind === 'open') open(ids);
    else acts.carryOut(command, ids);
  };
  const decide = (ids: readonly string[]): void => {
    const wanted = new Set(ids);
    if (wanted.size > 1) setDeciding(items.filter(({ action }) => wanted.has(action.id)));
    else goToInspector(ids);
  };
  const latestDecide = useRef(decide);
  latestDecide.current = decide;
  const menu = useMemo(
    () => [
      { id: 'decide', label: 'What happens next…', run: (ids: readonly string[]) => latestDecide.current(ids) },
      {
        id: 'open',
        reads: true,
        label: 'Open the whole record',
        run: open,
      },
      ...(['green', 'amber', 'red', null] as const).map((rag) => ({
        id: `rate ${rag}`,
        label: rag === null ? 'Set to Not yet rated' : `Rate ${ragWords[rag]}`,
        run: (ids: readonly string[]) => onRate(ids, rag),
      })),
      { id: 'add', label: 'Add an action below', run: (ids: readonly string[]) => acts.add(ids.at(-1) ?? null) },
      { id: 'bin', label: 'Put in the bin', run: acts.bin },
    ],
    [acts, onRate],
  );

  const tools = (
    <Changing>
      <Button onPress={() => acts.add(null)}>Add action</Button>
      <Button onPress={() => goTo('/import/last')}>Update from spreadsheet…</Button>
    </Changing>
  );
  if (!plan) return null;
  if (actions.length === 0)
    return (
      <>
        <PageHeading title={planHeading(plan)} />
        <EmptyState title="The last plan is not here yet" action={<div className={styles.facts}>{tools}</div>}>
          <p>
            The actions of the plan that was submitted last time belong here: what each one was, who led it, how far it
            got and its RAG rating. Bring them in from the spreadsheet or Word document that holds them, or add them one
            by one.
          </p>
        </EmptyState>
      </>
    );
  const item = items.find(({ action }) => action.id === shownId);
  const chosen = new Set(shownSelection);
  const severalShown = chosen.size > 1 ? items.filter(({ action }) => chosen.has(action.id)) : [];
  return (
    <div className={styles.screen}>
      <PageHeading title={planHeading(plan)} lede={lede}>
        {tools}
      </PageHeading>
      <ReviewHead review={review} onLead={onLead} selected={severalShown.length} onSelected={() => open(selected)} />
      <GridTools
        screen="last-plan"
        rows={shown}
        idOf={idOfItem}
        columns={columns}
        groupings={groupings}
        view={view}
        onView={setView}
        noun={actionNoun}
        onChange={onChange}
        selected={selected}
      />
      <Grid<PlanItem>
        label="Last plan"
        rows={shown}
        idOf={idOfItem}
        nameOf={nameOfItem}
        sameRow={sameItem}
        noun={actionNoun}
        columns={columns}
        groupings={groupings}
        view={view}
        onView={setView}
        startColumn="rag"
        lettersRate
        onChange={onChange}
        onCommand={onCommand}
        onMove={acts.move}
        menu={menu}
        canAdd
        onPlace={setPlaceId}
        onSelected={setSelected}
        request={request}
        announcement={said}
      />
      {shown.length === 0 ? <p>No action is like this. Choose All to see every action.</p> : null}
      <Changing>
        <KeyLegend keys={legend} />
      </Changing>
      {severalShown.length > 1 ? (
        <RecordInspector>
          <SelectionInspector items={severalShown} onDecide={setDeciding} announce={setSaid} />
        </RecordInspector>
      ) : item ? (
        <RecordInspector>
          <LastPlanInspector key={item.action.id} item={item} onRate={onRate} />
        </RecordInspector>
      ) : null}
      <DecideDialog items={deciding} onClose={() => setDeciding(null)} announce={setSaid} />
    </div>
  );
}
