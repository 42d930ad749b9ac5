import { useMemo } from 'react';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { InspectorPortal } from '../../frame/InspectorPortal.tsx';
import { useFrameworks } from '../../stores/frameworks.ts';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import register from '../voice/register.module.css';
import { exportFrameworks } from './exportFrameworks.ts';
import { FrameworkPanel } from './FrameworkPanel.tsx';
import { FrameworksInBin } from './FrameworksInBin.tsx';
import { ItemInspector } from './ItemInspector.tsx';
import { ListImport } from './ListImport.tsx';
import { startingLists } from './startingLists.ts';

/** Frameworks: the institution's own lists of what others ask of it, and what of its plans and evidence answers them. */
export function FrameworksScreen({ id }: { readonly id?: string | undefined }) {
  const frameworks = useFrameworks();
  const items = useWorkspace((state) => state.rows.frameworkItem);
  const item = id === undefined ? undefined : items.get(id);
  const shown = frameworks.find((each) => each.id === (item?.frameworkId ?? id)) ?? frameworks[0];
  const chips = useMemo(
    () => frameworks.map((each) => ({ id: each.id, label: each.title, count: each.items.length })),
    [frameworks],
  );
  const has = (title: string): boolean =>
    frameworks.some((each) => each.title.trim().toLowerCase() === title.toLowerCase());
  const add = async (choice: string): Promise<void> => {
    const list = startingLists.find(({ title }) => title === choice) ?? { title: 'New framework', description: '' };
    const result = await run('framework.add', list);
    if (result.ok) goTo(`/frameworks/${result.value.id}`);
  };
  const tools = (
    <MenuButton
      label="Add a framework"
      items={[
        ...startingLists.filter(({ title }) => !has(title)).map(({ title }) => ({ id: title, label: title })),
        { id: 'own', label: 'A list of your own' },
      ]}
      onAction={(choice) => void add(choice)}
    />
  );

  return (
    <>
      <PageHeading
        title="Frameworks"
        lede="What commissions, sister charters and strategies ask of the institution, and what in its plans, answers and evidence responds to each point."
      >
        <Changing>
          {tools}
          <ListImport frameworks={frameworks} into={shown?.id ?? null} />
        </Changing>
        {shown ? <Button onPress={() => void exportFrameworks()}>Export as a spreadsheet</Button> : null}
      </PageHeading>
      {shown ? (
        <>
          <div className={register.filters}>
            <ChipGroup
              label="Framework"
              chips={chips}
              value={shown.id}
              onChange={(chosen) => goTo(`/frameworks/${chosen}`)}
            />
          </div>
          <FrameworkPanel
            key={shown.id}
            framework={shown}
            all={frameworks}
            selectedId={item && !item.binned ? item.id : null}
          />
        </>
      ) : (
        <EmptyState title="There is no framework yet">
          <p>
            A framework is a list of points that the plan responds to: recommendations, action points that a region has
            agreed, priorities of a charter, aims of a strategy. Actions, answers and evidence are mapped to its points,
            and the plan can be grouped and printed by them.
          </p>
          <p>Add one by name above and type its points, or bring them in from a spreadsheet.</p>
        </EmptyState>
      )}
      <FrameworksInBin />
      <InspectorPortal>
        {item && !item.binned ? (
          <ItemInspector key={item.id} item={item} />
        ) : (
          <p className={register.meta}>Choose an item to see what serves it.</p>
        )}
      </InspectorPortal>
    </>
  );
}
