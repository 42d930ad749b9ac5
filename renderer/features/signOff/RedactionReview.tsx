import type { Redaction, RedactionKind } from '#shared/model/redaction.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import tableStyles from '../../components/Table.module.css';
import styles from './RedactionReview.module.css';

interface RedactionReviewProps {
  readonly redactions: readonly Redaction[];
  /** Keys of what is to be published as written. */
  readonly exceptions: ReadonlySet<string>;
  readonly onChange: (key: string, stays: boolean) => void;
}

const kindWords: Readonly<Record<RedactionKind, string>> = {
  name: 'Name',
  'part-of-name': 'Part of a name',
  'e-mail': 'E-mail address',
  telephone: 'Telephone number',
  count: 'Small number',
  consent: 'Consent',
  notes: 'Internal notes',
};

/** So many places of one thing are shown at once; the others are one click away. */
const placesShown = 3;

/** Everything that is changed or left out of the public page, each with a way to publish it as it is written. */
export function RedactionReview({ redactions, exceptions, onChange }: RedactionReviewProps) {
  if (redactions.length === 0)
    return <p role="status">Nothing was found that has to be taken out. Read the page once before you publish it.</p>;
  return (
    <section className={styles.review} aria-labelledby="redactions">
      <h3 id="redactions" tabIndex={-1}>
        Taken out of the page ({redactions.length})
      </h3>
      <p role="status">
        None of these is printed as it is written unless you tick it. What you tick holds for this export only. A name
        that is written nowhere else in the workspace may not be found, so read the page once before you publish it.
      </p>
      <table className={`${tableStyles.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Written</th>
            <th scope="col">On the page</th>
            <th scope="col">Where</th>
            <th scope="col">As written</th>
          </tr>
        </thead>
        <tbody>
          {redactions.map((item) => {
            const stays = item.mayStay && exceptions.has(item.key);
            return (
              <tr key={item.key} id={`redaction-${item.key}`} tabIndex={-1}>
                <th scope="row">
                  <span className={styles.kind}>{kindWords[item.kind]}</span>
                  {item.was}
                </th>
                <td>{stays ? 'As it is written' : item.becomes || 'Left out'}</td>
                <td>
                  <Places item={item} />
                </td>
                <td>
                  {item.mayStay ? (
                    <Checkbox
                      label={`Publish ${item.was}`}
                      selected={stays}
                      onChange={(selected) => onChange(item.key, selected)}
                    />
                  ) : (
                    'Always left out'
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Places({ item }: { readonly item: Redaction }) {
  const first = item.places.slice(0, placesShown);
  const others = item.places.slice(placesShown);
  return (
    <>
      <PlaceList places={first} />
      {others.length > 0 ? (
        <Disclosure title={`${others.length} more ${others.length === 1 ? 'place' : 'places'}`}>
          <PlaceList places={others} />
        </Disclosure>
      ) : null}
    </>
  );
}

function PlaceList({ places }: { readonly places: Redaction['places'] }) {
  return (
    <ul className={styles.places}>
      {places.map(({ where, target, excerpt }) => (
        <li key={`${target} ${excerpt}`}>
          <a href={`#${target}`}>{where}</a>
          {excerpt === '' ? null : <span className={styles.excerpt}>{excerpt}</span>}
        </li>
      ))}
    </ul>
  );
}
