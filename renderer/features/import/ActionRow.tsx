import { Fragment, memo, useState } from 'react';
import { withoutBeforehand } from '#shared/model/importChoices.ts';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useInstitution } from '../../stores/views.ts';
import { shortDate } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { ActionReading } from './ActionReading.tsx';
import { type Blanks, type Choice, kindOf, matchWords, writtenFields } from './choices.ts';
import styles from './ImportScreen.module.css';
import { importedFieldWords } from './importWords.ts';

interface ActionRowProps {
  readonly action: PreviewAction;
  readonly where: string;
  readonly choice: Choice;
  readonly blanks: Blanks;
  readonly planActions: readonly Action[];
  readonly isTakenTwice: boolean;
  readonly onChange: (key: string, choice: Choice) => void;
}

/** One action of the file, with what it would do; opened, how each cell was read. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, where, choice, blanks, planActions, isTakenTwice } = props;
  const [open, setOpen] = useState(false);
  const institution = useInstitution();
  const name = `${action.ref} ${action.action}`.trim();
  const change = (part: Partial<Choice>) => props.onChange(action.key, { ...choice, ...part, decided: true });
  const target = choice.actionId === null ? null : planActions.find(({ id }) => id === choice.actionId);
  return (
    <>
      <tr data-key={action.key}>
        <td>
          <input
            type="checkbox"
            aria-label={`Bring in ${name}`}
            checked={choice.ticked}
            onChange={(event) => change({ ticked: event.target.checked })}
          />
        </td>
        <td>{action.ref}</td>
        <td>
          <Wording action={action} isCompared={choice.actionId === action.match?.id} />
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={`${open ? 'Fold away' : 'How this was read'}: ${name}`}
            onPress={() => setOpen(!open)}
          >
            {open ? 'Fold away' : 'How this was read'}
          </Button>
        </td>
        <td>{action.themes.map((theme) => themeName(theme, institution)).join(', ') || 'No theme'}</td>
        <td>{action.owner}</td>
        <td>
          {action.due ? shortDate(action.due).replace(' ', '\u00a0') : action.dueText}
          {action.due && !isDayAlone(action.dueText) ? <span className={styles.was}>{action.dueText}</span> : null}
        </td>
        <td>
          <RagBadge rag={action.rag} />
        </td>
        <td>
          {choice.actionId === action.match?.id || !target ? matchWords[kindOf(action)] : 'As you chose'}
          <Effect {...props} target={target ?? null} />
          {action.hidden ? <span className={styles.was}>Its row is hidden in the file</span> : null}
          {isTakenTwice ? <strong className={styles.twice}>Another row changes the same action</strong> : null}
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={8} className={styles.reading}>
            <ActionReading
              action={action}
              where={where}
              choice={choice}
              blanks={blanks}
              planActions={planActions}
              onChange={change}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
});

/** A text that is a day in figures says nothing beside the day. */
const isDayAlone = (text: string): boolean => /^(?:\d{1,4}([/.-])\d{1,2}\1\d{1,4})?$/.test(text);

/** "Changes V2: Lead, Due", as it will be done. */
function Effect({ action, choice, blanks, target }: ActionRowProps & { readonly target: Action | null }) {
  if (choice.actionId === null)
    return action.match?.id ? <span className={styles.was}>Comes in as a new action</span> : null;
  const name = target?.ref || 'an action';
  if (choice.actionId !== action.match?.id) return <span className={styles.was}>Changes {name}</span>;
  const written = writtenFields(action.match.fields, blanks).filter(({ field }) => !choice.without.includes(field));
  const words = written.map(({ field }) => importedFieldWords[field]);
  const stays = withoutBeforehand(action).some((field) => choice.without.includes(field));
  return (
    <span className={styles.was}>
      {words.length > 0
        ? `Changes ${name}: ${words.join(', ')}${stays ? '; its signed words stay' : ''}`
        : stays
          ? `Keeps ${name} as it was signed`
          : `Same as ${name}`}
    </span>
  );
}

const markedBy = { removed: 'del', added: 'ins', same: 'span' } as const;

/** The wording, with what differs from the plan marked: struck through what the plan says, underlined what the file says. */
function Wording({ action, isCompared }: { readonly action: PreviewAction; readonly isCompared: boolean }) {
  const changes = isCompared ? (action.match?.changes ?? []) : [];
  if (changes.length === 0) return <span className={styles.wording}>{action.action}</span>;
  return (
    <span className={styles.wording}>
      {changes.map((change, index) => {
        const key = `${index} ${change.kind}`;
        const Marked = markedBy[change.kind];
        return (
          <Fragment key={key}>
            <Marked>{change.text}</Marked>{' '}
          </Fragment>
        );
      })}
    </span>
  );
}
