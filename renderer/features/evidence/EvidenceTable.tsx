import type { Evidence } from '#shared/model/tables.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { shortDate } from '../../text/dates.ts';
import { evidenceKindWords } from '../../text/words.ts';
import register from '../voice/register.module.css';
import { moveBetweenRows } from '../voice/VoiceTable.tsx';
import styles from './EvidenceScreen.module.css';
import { openableUrl, staleInWords } from './evidenceWords.ts';

interface EvidenceTableProps {
  readonly items: readonly Evidence[];
  readonly selected: string | null;
  /** An ISO day. */
  readonly today: string;
  /** Where an item serves, each in a few words. */
  readonly servesOf: (evidenceId: string) => readonly string[];
  readonly onSelect: (evidenceId: string) => void;
}

/** The list. The number of an item is its button, stretched over the row; the address stays a link of its own. */
export function EvidenceTable({ items, selected, today, servesOf, onSelect }: EvidenceTableProps) {
  return (
    <table className={register.table}>
      <caption className="visually-hidden">Evidence, newest first</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Kind</th>
          <th scope="col" className={styles.titleColumn}>
            Title
          </th>
          <th scope="col">Date</th>
          <th scope="col">Where it serves</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {items.map((item) => (
          <tr key={item.id} data-selected={item.id === selected || undefined}>
            <th scope="row">
              <button
                type="button"
                className={register.rowButton}
                aria-label={`Evidence ${item.number}`}
                aria-current={item.id === selected || undefined}
                onClick={() => onSelect(item.id)}
              >
                {item.number}
              </button>
            </th>
            <td>{evidenceKindWords[item.kind]}</td>
            <td>
              <Title item={item} />
            </td>
            <td className={register.date}>
              {item.datedOn ? shortDate(item.datedOn) : ''}
              <Stale item={item} today={today} />
            </td>
            <td>{servesOf(item.id).join(', ') || <span className={register.open}>Not used yet</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Title({ item }: { readonly item: Evidence }) {
  const fileName = useWorkspace((state) =>
    item.attachmentId === null ? undefined : state.rows.attachment.get(item.attachmentId)?.fileName,
  );
  const openable = openableUrl(item.url);
  return (
    <>
      {item.title || (item.url === '' ? 'Without a title' : null)}
      {openable ? (
        <a className={styles.address} href={openable} target="_blank" rel="noopener noreferrer">
          {item.url}
        </a>
      ) : (
        <span className={styles.under}>{item.url}</span>
      )}
      {fileName ? <span className={styles.under}>{fileName}</span> : null}
    </>
  );
}

function Stale({ item, today }: { readonly item: Evidence; readonly today: string }) {
  const stale = staleInWords(item, today);
  return stale ? <span className={`${styles.under} ${styles.stale}`}>{stale}</span> : null;
}
