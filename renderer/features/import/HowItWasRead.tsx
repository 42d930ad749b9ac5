import type { ImportCorrections, ImportPreview, PreviewTable } from '#shared/model/importPreview.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ColumnsRead } from './ColumnsRead.tsx';
import { HeadingRow } from './HeadingRow.tsx';
import styles from './ImportScreen.module.css';
import { ragSchemeWords, whereTable } from './importWords.ts';
import { MilestonesRead } from './MilestonesRead.tsx';
import { RememberedReading } from './RememberedReading.tsx';
import { RowsLeftOut } from './RowsLeftOut.tsx';
import { StatusesRead } from './StatusesRead.tsx';
import { Swatch } from './Swatch.tsx';
import { TablesFound } from './TablesFound.tsx';
import { ThemesRead } from './ThemesRead.tsx';

interface HowItWasReadProps {
  readonly preview: ImportPreview;
  readonly plan: 'last' | 'next';
  readonly corrections: ImportCorrections;
  readonly onCorrect: (corrections: ImportCorrections) => void;
}

/** Every guess with its reason, and the way to change it; the preview below follows at once. */
export function HowItWasRead({ preview, plan, corrections, onCorrect }: HowItWasReadProps) {
  const plans = preview.tables.filter((table) => table.use === 'plan');
  // Where nothing reads as a plan, a person can still say which column holds the actions.
  const read = plans.length > 0 ? plans : preview.tables.slice(0, tablesOffered);
  const several = read.length > 1;
  return (
    <section className={styles.read} aria-label="How the file was read">
      <TablesFound preview={preview} plan={plan} corrections={corrections} onCorrect={onCorrect} />
      <p>{ragSchemeWords[preview.ragScheme]}</p>
      {preview.colourKey.length > 0 ? (
        <p>
          The file has a key to its colours:{' '}
          {preview.colourKey.map(({ colour, text, place }, index) => (
            <span key={`${colour} ${place}`}>
              {index > 0 ? '; ' : ''}
              <Swatch colour={colour === 'amber' ? 'orange' : colour} />
              {text} <span className={styles.meta}>({place})</span>
            </span>
          ))}
          .
        </p>
      ) : null}
      {read.map((table) => {
        const own = { table, corrections, onCorrect };
        const where = several ? ` of ${whereTable(table)}` : '';
        return (
          <div key={table.key}>
            <RememberedReading {...own} />
            <MilestonesRead {...own} where={where} />
            <Disclosure title={`Ratings${where}: what each word and colour means`} isOpen={isAsked(table.statuses)}>
              <StatusesRead {...own} />
            </Disclosure>
            <Disclosure
              title={`Columns${where}: what each one holds`}
              isOpen={preview.actions.length === 0 || isShared(table)}
            >
              <HeadingRow {...own} />
              <ColumnsRead {...own} />
            </Disclosure>
            {table.themeWords.length > 0 ? (
              <Disclosure title={`Themes${where}: what each word means`}>
                <ThemesRead {...own} />
              </Disclosure>
            ) : null}
            <RowsLeftOut {...own} where={where} />
          </div>
        );
      })}
    </section>
  );
}

/** Of a file without a plan, so many tables can be corrected at once; the others once they are ticked. */
const tablesOffered = 5;

/** Who leads was put together from several columns, which a person should look at before it is taken over. */
const isShared = ({ columns, remembered }: PreviewTable): boolean =>
  remembered === null && columns.some(({ role }) => role === 'responsibility');

const isAsked = (statuses: readonly { readonly asked: boolean }[]): boolean => statuses.some(({ asked }) => asked);
