import type { Evidence } from '#shared/model/tables.ts';
import { choiceCell, dayCell, textCell } from '../../components/grid/cellTypes.ts';
import type { GridColumn, Grouping } from '../../components/grid/gridColumns.ts';
import { evidenceKindWords } from '../../text/words.ts';
import register from '../voice/register.module.css';
import styles from './EvidenceScreen.module.css';
import { openableUrl, staleInWords } from './evidenceWords.ts';

/** What the columns need to know beside the item itself. */
interface Known {
  /** An ISO day. */
  readonly today: string;
  readonly servesOf: (evidenceId: string) => readonly string[];
  readonly fileNameOf: (attachmentId: string) => string | undefined;
}

export const evidenceColumns = ({ today, servesOf, fileNameOf }: Known): readonly GridColumn<Evidence>[] => [
  {
    key: 'number',
    label: 'No.',
    width: 68,
    text: ({ number }) => String(number),
    sortBy: ({ number }) => number,
  },
  choiceCell('kind', 'Kind', 112, evidenceKindWords),
  textCell('title', 'Title', 240, {
    grows: true,
    render: ({ url, attachmentId }, text) => (
      <>
        {text('title') || (url === '' ? 'Without a title' : '')}
        {attachmentId === null ? null : <span className={styles.under}>{fileNameOf(attachmentId)}</span>}
      </>
    ),
  }),
  textCell('url', 'Address', 190, {
    grows: true,
    render: (_item, text) => {
      const openable = openableUrl(text('url'));
      return openable ? (
        // The keyboard opens it from the record: the grid is one tab stop.
        <a className={styles.address} href={openable} target="_blank" rel="noopener noreferrer" tabIndex={-1}>
          {text('url')}
        </a>
      ) : (
        text('url')
      );
    },
  }),
  dayCell('datedOn', 'Date', 108, {
    render: (item, text) => {
      const stale = staleInWords(item, today);
      return (
        <>
          {text('datedOn')}
          {stale ? <span className={`${styles.under} ${styles.stale}`}>{stale}</span> : null}
        </>
      );
    },
  }),
  {
    key: 'serves',
    label: 'Where it serves',
    width: 170,
    text: ({ id }) => servesOf(id).join(', '),
    filterBy: ({ id }) => [servesOf(id).length === 0 ? 'Not used yet' : 'Used'],
    render: ({ id }) => servesOf(id).join(', ') || <span className={register.open}>Not used yet</span>,
  },
  dayCell('staleAfter', 'Holds until', 108, { hiddenAtFirst: true }),
  textCell('description', 'Description', 240, { hiddenAtFirst: true }),
];

const summary = (rows: readonly Evidence[]): string => `${rows.length} ${rows.length === 1 ? 'item' : 'items'}`;

export const evidenceGroupings: readonly Grouping<Evidence>[] = [
  {
    key: 'kind',
    label: 'Kind',
    summary,
    groupsOf: ({ kind }) => [{ key: kind, title: evidenceKindWords[kind], order: 0 }],
  },
  {
    key: 'year',
    label: 'Year',
    summary,
    groupsOf: ({ datedOn }) => {
      const year = datedOn?.slice(0, 4) ?? 'No date';
      return [{ key: year, title: year, order: datedOn === null ? Number.MAX_SAFE_INTEGER : -Number(year) }];
    },
  },
];
