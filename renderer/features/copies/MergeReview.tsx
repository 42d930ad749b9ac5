import { useEffect, useRef, useState } from 'react';
import type { MergeChoice, MergeItem, MergePreview } from '#shared/contract/handover.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { dayAndTime } from '../../text/dates.ts';
import { Differences } from '../history/Differences.tsx';
import { ConflictQuestion } from './ConflictQuestion.tsx';
import styles from './Copies.module.css';
import { kindWords, presenceWords } from './mergeWords.ts';

interface MergeReviewProps {
  readonly preview: MergePreview;
  readonly isMerging: boolean;
  readonly onMerge: (
    leftOut: readonly string[],
    choices: readonly { readonly key: string; readonly choice: MergeChoice }[],
  ) => void;
  readonly onStop: () => void;
}

/** What a copy would bring: first what only a person can decide, then everything else, each with its tick. */
export function MergeReview({ preview, isMerging, onMerge, onStop }: MergeReviewProps) {
  const { items, conflicts, signed, notes } = preview;
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [choices, setChoices] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = conflicts.filter(({ key }) => !choices.has(key));
  const decideOpen = (choice: MergeChoice): void =>
    setChoices(new Map([...choices, ...open.map(({ key }) => [key, choice] as const)]));
  const together = items.filter(({ presence }) => presence === 'together');
  const others = items.filter(({ presence }) => presence !== 'together');
  const listOf = (some: readonly MergeItem[]) => (
    <ul className={styles.items}>
      {some.map((item) => (
        <ItemRow
          key={item.key}
          item={item}
          selected={!leftOut.has(item.key)}
          onSelect={(selected) => {
            const next = new Set(leftOut);
            if (selected) next.delete(item.key);
            else next.add(item.key);
            setLeftOut(next);
          }}
        />
      ))}
    </ul>
  );
  const isNothing = items.length === 0 && conflicts.length === 0;
  return (
    <div>
      <h3 ref={heading} tabIndex={-1}>
        The copy of {preview.toName}
      </h3>
      <p className={styles.meta}>
        Handed over by {preview.byName} on {dayAndTime(preview.handedAt)},{' '}
        {preview.withInternal ? 'with everything' : 'without internal voice, which stays here as it is'}.
        {preview.mergedAt === null
          ? ''
          : ` Merged before, on ${dayAndTime(preview.mergedAt)}: only what is new since then is shown.`}
      </p>
      {isNothing ? <p role="status">It brings nothing new.</p> : null}
      {conflicts.length > 0 ? (
        <section aria-labelledby="merge-questions">
          <h4 id="merge-questions">
            {conflicts.length === 1 ? '1 question' : `${conflicts.length} questions`}
            <span className={styles.meta}> Both changed these, each in another way.</span>
          </h4>
          {open.length > 1 ? (
            <div className={styles.buttons}>
              <Button onPress={() => decideOpen('here')}>Keep what is here for all {open.length}</Button>
              <Button onPress={() => decideOpen('copy')}>Take the copy for all {open.length}</Button>
            </div>
          ) : null}
          {conflicts.map((conflict) => (
            <ConflictQuestion
              key={conflict.key}
              conflict={conflict}
              choice={choices.get(conflict.key) ?? null}
              onChoose={(choice) => setChoices(new Map([...choices, [conflict.key, choice]]))}
            />
          ))}
        </section>
      ) : null}
      {together.length > 0 ? (
        <section aria-labelledby="merge-together">
          <h4 id="merge-together">
            {together.length === 1 ? '1 answer is taken together' : `${together.length} answers are taken together`}
            <span className={styles.meta}>
              {' '}
              Both changed it, in different places. Read it before you merge; untick it to keep what is here.
            </span>
          </h4>
          {listOf(together)}
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="merge-items">
          <h4 id="merge-items">
            {others.length === 1 ? '1 thing comes in' : `${others.length} things come in`}
            <span className={styles.meta}> Only the copy changed these. Untick what is not wanted.</span>
          </h4>
          {listOf(others)}
        </section>
      ) : null}
      {signed.length > 0 ? (
        <section aria-labelledby="merge-signed">
          <h4 id="merge-signed">Stays as it was signed</h4>
          <p className={styles.meta}>
            The copy changed these too, but they are signed. Start an amendment first if the changes should come in.
          </p>
          <ul>
            {signed.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div className={styles.buttons}>
        <Button
          look="primary"
          isDisabled={open.length > 0 || isMerging}
          onPress={() =>
            onMerge(
              [...leftOut],
              [...choices].map(([key, choice]) => ({ key, choice })),
            )
          }
        >
          {isNothing ? 'Note that it came back' : 'Merge'}
        </Button>
        <Button onPress={onStop}>Leave it</Button>
        <span className={styles.meta} aria-live="polite">
          {open.length === 0 ? '' : open.length === 1 ? '1 question is open.' : `${open.length} questions are open.`}
        </span>
      </div>
    </div>
  );
}

interface ItemRowProps {
  readonly item: MergeItem;
  readonly selected: boolean;
  readonly onSelect: (selected: boolean) => void;
}

function ItemRow({ item, selected, onSelect }: ItemRowProps) {
  const { kind, name, presence, lines } = item;
  // Compared word by word only where somebody looks: a long plan has hundreds of these.
  // What nobody has read yet, since it is of two hands, is shown.
  const isRead = presence !== 'together';
  const [open, setOpen] = useState(!isRead);
  return (
    <li>
      <Checkbox
        label={`${kindWords[kind]}${name} (${presenceWords[presence]})`}
        selected={selected}
        onChange={onSelect}
      />
      <Disclosure title={`What changes in ${name}`} isOpen={!isRead} onToggle={setOpen}>
        {open
          ? lines.map(({ table, what, fields }, index) => {
              // The lines of one reading never change.
              const key = `${index} ${table}`;
              return (
                <div key={key} className={styles.line}>
                  {what === '' ? null : <p>{what}</p>}
                  <Differences table={table} fields={fields} />
                </div>
              );
            })
          : null}
      </Disclosure>
    </li>
  );
}
