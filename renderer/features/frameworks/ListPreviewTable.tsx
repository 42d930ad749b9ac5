import type { FrameworkPlan, ListPreview } from '#shared/model/frameworkList.ts';
import register from '../voice/register.module.css';
import styles from './ListImport.module.css';

/** A long list is judged by its beginning; all of it is counted in the sentence above. */
const shownItems = 200;
const kindWords = { new: 'New', changed: 'Changed', same: 'As it is' } as const;

/** What bringing a list in would do, framework by framework. */
export function ListPreviewTable({ preview }: { readonly preview: ListPreview }) {
  const { skipped } = preview.reading;
  return (
    <>
      {preview.frameworks.length === 0 ? (
        <p role="status">No item was found. Say above which column holds the wording.</p>
      ) : null}
      {preview.frameworks.map((plan) => (
        <section key={plan.frameworkId ?? plan.title} aria-label={plan.title}>
          <h3>{plan.title}</h3>
          <p role="status">{inWords(plan)}</p>
          {plan.items.length === 0 ? null : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
            <section className={styles.items} tabIndex={0} aria-label={`Items of ${plan.title} in the file`}>
              <table className={register.table}>
                <thead>
                  <tr>
                    <th scope="col">Row</th>
                    <th scope="col">Code</th>
                    <th scope="col">Item</th>
                    <th scope="col">What happens</th>
                  </tr>
                </thead>
                <tbody>
                  {plan.items.slice(0, shownItems).map((item) => (
                    <tr key={item.row}>
                      <td>{item.row}</td>
                      <td>{item.code}</td>
                      <td>{item.title}</td>
                      <td>
                        {kindWords[item.kind]}
                        {item.before === null ? null : <span className={register.under}>was: {item.before}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          {plan.notInFile.length === 0 ? null : (
            <p>Not in the file, and left as they are: {plan.notInFile.slice(0, 20).join(', ')}.</p>
          )}
        </section>
      ))}
      {skipped.length === 0 ? null : (
        <>
          <h3>Rows that were not read</h3>
          <ul>
            {skipped.map(({ row, reason }) => (
              <li key={row}>
                Row {row}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function inWords({ frameworkId, renamedFrom, about, items }: FrameworkPlan): string {
  const count = (kind: FrameworkPlan['items'][number]['kind']): number =>
    items.filter((item) => item.kind === kind).length;
  const parts = [
    frameworkId === null ? 'A new framework' : '',
    renamedFrom === null ? '' : `It was called ${renamedFrom}`,
    about === null ? '' : 'What it is, is written anew',
    `${count('new')} new`,
    `${count('changed')} changed`,
    `${count('same')} as they are`,
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}
