import { evidenceKindName, evidenceKindNames, kindsInOrder } from '#shared/model/evidenceKinds.ts';
import type { Attachment, Evidence, EvidenceKind } from '#shared/model/tables.ts';
import { addressDoubt } from '#shared/model/webAddress.ts';
import { choiceCell, dayCell, textCell } from '../../components/grid/cellTypes.ts';
import type { GridColumn, Grouping } from '../../components/grid/gridColumns.ts';
import register from '../voice/register.module.css';
import styles from './EvidenceScreen.module.css';
import { openableUrl, staleInWords } from './evidenceWords.ts';
import { FileLine } from './FileLine.tsx';

/** What the columns need to know beside the item itself. */
interface Known {
  /** An ISO day. */
  readonly today: string;
  readonly servesOf: (evidenceId: string) => readonly string[];
  readonly fileOf: (attachmentId: string) => Attachment | undefined;
  readonly kinds: readonly EvidenceKind[];
}

export const evidenceColumns = ({ today, servesOf, fileOf, kinds }: Known): readonly GridColumn<Evidence>[] => [
  {
    key: 'number',
    label: 'No.',
    width: 68,
    text: ({ number }) => String(number),
    sortBy: ({ number }) => number,
  },
  choiceCell(
    'kind',
    'Kind',
    112,
    Object.fromEntries(kindsInOrder(kinds).map((kind) => [kind.key, evidenceKindName(kind)])),
    {
      choices: kindsInOrder(kinds)
        .filter(({ retired }) => !retired)
        .map((kind) => ({ value: kind.key, label: evidenceKindName(kind) })),
    },
  ),
  textCell('title', 'Title', 240, {
    grows: true,
    render: ({ url, attachmentId }, text) => (
      <>
        {text('title') || (url === '' ? 'Without a title' : '')}
        {attachmentId === null ? null : <FileLine attachment={fileOf(attachmentId)} />}
      </>
    ),
  }),
  textCell('url', 'Address', 190, {
    grows: true,
    render: (_item, text) => {
      const openable = openableUrl(text('url'));
      const doubt = addressDoubt(text('url'));
      return (
        <>
          {openable ? (
            // The keyboard opens it from the record: the grid is one tab stop.
            <a className={styles.address} href={openable} target="_blank" rel="noopener noreferrer" tabIndex={-1}>
              {text('url')}
            </a>
          ) : (
            text('url')
          )}
          {doubt ? <span className={`${styles.under} ${styles.doubt}`}>{doubt}</span> : null}
        </>
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

export const evidenceGroupings = (kinds: readonly EvidenceKind[]): readonly Grouping<Evidence>[] => [
  {
    key: 'kind',
    label: 'Kind',
    summary,
    groupsOf: ({ kind }) => [{ key: kind, title: evidenceKindNames(kinds)(kind), order: 0 }],
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
