import { useMemo, useState } from 'react';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import { type FrameworkView, itemName } from '../../stores/frameworks.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { nameOfAction } from '../plan/planItem.ts';
import register from '../voice/register.module.css';
import { type CoverageBy, coverageOf, unmappedActions } from './coverage.ts';
import styles from './FrameworksScreen.module.css';

const ways: readonly { readonly id: CoverageBy; readonly label: string }[] = [
  { id: 'kind', label: 'By what covers it' },
  { id: 'theme', label: 'By theme' },
  { id: 'cycle', label: 'By cycle' },
];

/** Every item of a framework against what covers it, with the gaps said in sentences above the table. */
export function CoverageTable({ framework }: { readonly framework: FrameworkView }) {
  const rows = useWorkspace((state) => state.rows);
  const institution = useInstitution();
  const [by, setBy] = useState<CoverageBy>('kind');
  const {
    columns,
    rows: lines,
    gaps,
  } = useMemo(() => coverageOf(rows, framework.items, by, institution), [rows, framework, by, institution]);
  const unmapped = useMemo(() => unmappedActions(rows, framework.items), [rows, framework]);
  return (
    <>
      <div className={register.filters}>
        <ChipGroup label="Coverage" chips={ways} value={by} onChange={setBy} />
      </div>
      {gaps.length === 0 ? <p>Nothing is left uncovered here.</p> : null}
      <ul className={register.gaps}>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
        {by === 'kind' && unmapped.length > 0 ? (
          <li>
            {unmapped.length === 1 ? '1 action' : `${unmapped.length} actions`} of the new plan{' '}
            {unmapped.length === 1 ? 'serves' : 'serve'} no item of this framework:{' '}
            {unmapped.slice(0, 12).map(nameOfAction).join(', ')}
            {unmapped.length > 12 ? ` and ${unmapped.length - 12} more` : ''}.
          </li>
        ) : null}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways */}
      <section className={styles.scroll} tabIndex={0} aria-label={`Coverage of ${framework.title}`}>
        <table className={`${register.table} ${register.matrix}`}>
          <caption className="visually-hidden">
            How many serve each item of {framework.title}, {ways.find(({ id }) => id === by)?.label.toLowerCase()}
          </caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, counts }) => (
              <tr key={item.id}>
                <th scope="row">
                  <a href={`#/frameworks/${item.id}`}>{itemName(item)}</a>
                </th>
                {columns.map((column, at) => (
                  <td key={column}>{counts[at] || <span className={register.gap}>none</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
