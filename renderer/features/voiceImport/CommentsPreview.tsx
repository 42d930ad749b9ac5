import { useState } from 'react';
import type { CommentPreview, PreviewComment } from '#shared/model/commentPreview.ts';
import { Button } from '../../components/Button.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import tableStyles from '../../components/Table.module.css';
import { useInstitution } from '../../stores/views.ts';
import { longDate } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { consentWords, voiceChannelWords } from '../../text/words.ts';
import styles from '../import/ImportScreen.module.css';

interface CommentsPreviewProps {
  readonly preview: CommentPreview;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (keys: readonly string[], isTicked: boolean) => void;
}

/** Rows drawn at a time: a survey of a faculty at once, and of a very long one as much as anybody reads in one go. */
const rowsAtATime = 200;
const filters = {
  all: () => true,
  outside: ({ consent }: PreviewComment) => consent !== 'internal',
  inside: ({ consent }: PreviewComment) => consent === 'internal',
  known: ({ alreadyIn }: PreviewComment) => alreadyIn !== null,
} as const;
type Filter = keyof typeof filters;
const filterWords: Readonly<Record<Filter, string>> = {
  all: 'All',
  outside: 'May be quoted',
  inside: 'Stays inside',
  known: 'In the register already',
};

/** Each comment as it would enter the register, with its tick and how it was read. */
export function CommentsPreview({ preview, ticked, onTick }: CommentsPreviewProps) {
  const institution = useInstitution();
  const [filter, setFilter] = useState<Filter>('all');
  const [limit, setLimit] = useState(rowsAtATime);
  const { comments, tables } = preview;
  const shown = comments.filter(filters[filter]);
  const keys = shown.map(({ key }) => key);
  if (comments.length === 0) return null;
  return (
    <section aria-label="Comments">
      <h2>
        {comments.length} {comments.length === 1 ? 'comment' : 'comments'} read
      </h2>
      <ChipGroup
        label="Show"
        chips={(Object.keys(filters) as Filter[])
          .map((id) => ({ id, label: filterWords[id], count: comments.filter(filters[id]).length }))
          .filter(({ id, count }) => id === 'all' || count > 0)}
        value={filter}
        onChange={setFilter}
      />
      <p>
        <Button look="quiet" onPress={() => onTick(keys, true)}>
          Tick all shown
        </Button>
        <Button look="quiet" onPress={() => onTick(keys, false)}>
          Untick all shown
        </Button>
      </p>
      <table className={`${tableStyles.table} ${styles.grid}`}>
        <caption className="visually-hidden">Comments as they would be brought in</caption>
        <thead>
          <tr>
            <th scope="col">Bring in</th>
            <th scope="col">Words</th>
            <th scope="col">Who and when</th>
            <th scope="col">Themes</th>
            <th scope="col">Consent</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, limit).map((comment) => (
            <tr key={comment.key}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Bring in ${comment.words.slice(0, 80)}`}
                  checked={ticked.has(comment.key)}
                  onChange={(event) => onTick([comment.key], event.target.checked)}
                />
              </td>
              <td>
                <span className={styles.wording}>{comment.words}</span>
                <span className={styles.was}>
                  {[`${tables[comment.source.table]?.sheet ?? ''}, row ${comment.source.row}`, comment.question]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                {comment.alreadyIn === null ? null : (
                  <strong className={styles.was}>In the register already, as voice {comment.alreadyIn}</strong>
                )}
              </td>
              <td>
                {[
                  comment.personName,
                  comment.groupName,
                  voiceChannelWords[comment.channel],
                  comment.heardOn === null ? '' : longDate(comment.heardOn),
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
                <Why reasons={[comment.reasons.groupName, comment.reasons.personName, comment.reasons.heardOn]} />
              </td>
              <td>
                {comment.themes.map((theme) => themeName(theme, institution)).join(', ') || 'No theme yet'}
                <Why reasons={[comment.reasons.themes]} />
              </td>
              <td>
                {consentWords[comment.consent]}
                <Why reasons={[comment.reasons.consent]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > limit ? (
        <p>
          <Button onPress={() => setLimit(limit + rowsAtATime)}>
            Show {Math.min(rowsAtATime, shown.length - limit)} more
          </Button>{' '}
          <span className={styles.meta}>
            {limit} of {shown.length} are listed. What is ticked counts whether it is listed or not.
          </span>
        </p>
      ) : null}
    </section>
  );
}

function Why({ reasons }: { readonly reasons: readonly (string | undefined)[] }) {
  const said = reasons.filter((reason) => reason !== undefined && reason !== '');
  return said.length === 0 ? null : <span className={styles.was}>{said.join(' ')}</span>;
}
