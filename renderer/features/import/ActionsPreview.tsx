import { useState } from 'react';
import type { ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import { Button } from '../../components/Button.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { shortDate } from '../../text/dates.ts';
import { themeWords } from '../../text/words.ts';
import { type Choice, type Choices, matchWords } from './choices.ts';
import styles from './ImportScreen.module.css';
import { whereRow } from './importWords.ts';

interface ActionsPreviewProps {
  readonly preview: ImportPreview;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** Each action as it would be brought in, with its tick, what it matches and how it was read. */
export function ActionsPreview({ preview, choices, onChange }: ActionsPreviewProps) {
  const set = (key: string, choice: Choice) => onChange(new Map([...choices, [key, choice]]));
  const setAll = (ticked: boolean) =>
    onChange(new Map([...choices].map(([key, choice]) => [key, { ...choice, ticked }])));
  const { actions, missing = [] } = preview;
  return (
    <section aria-label="Actions">
      <div className={styles.heading}>
        <h2>
          {actions.length} {actions.length === 1 ? 'action' : 'actions'} read
        </h2>
        <Button look="quiet" onPress={() => setAll(true)}>
          Tick all
        </Button>
        <Button look="quiet" onPress={() => setAll(false)}>
          Tick none
        </Button>
      </div>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">Bring in</th>
            <th scope="col">Ref</th>
            <th scope="col">Action</th>
            <th scope="col">Theme</th>
            <th scope="col">Lead</th>
            <th scope="col">Due</th>
            <th scope="col">RAG</th>
            <th scope="col">Against the plan</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <ActionRow
              key={action.key}
              action={action}
              where={whereRow(preview.tables[action.source.table], action.source.row)}
              choice={choices.get(action.key) ?? { ticked: false, actionId: null }}
              onChange={(choice) => set(action.key, choice)}
            />
          ))}
        </tbody>
      </table>
      {missing.length > 0 ? (
        <>
          <h2>In the plan but not in the file</h2>
          <p className={styles.meta}>These are left as they are.</p>
          <ul>
            {missing.map((action) => (
              <li key={action.id}>
                {action.ref} {action.action}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

interface ActionRowProps {
  readonly action: PreviewAction;
  readonly where: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function ActionRow({ action, where, choice, onChange }: ActionRowProps) {
  const [open, setOpen] = useState(false);
  const kind = action.match?.kind ?? 'new';
  const name = `${action.ref} ${action.action}`.trim();
  return (
    <>
      <tr>
        <td>
          <input
            type="checkbox"
            aria-label={`Bring in ${name}`}
            checked={choice.ticked}
            onChange={(event) => onChange({ ...choice, ticked: event.target.checked })}
          />
        </td>
        <td>{action.ref}</td>
        <td>
          <Wording action={action} />
          <Button look="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? 'Fold away' : 'How this was read'}
          </Button>
        </td>
        <td>{action.themes.map((theme) => themeWords[theme]).join(', ') || 'No theme'}</td>
        <td>{action.owner}</td>
        <td>
          {action.due ? shortDate(action.due) : action.dueText}
          {action.due && action.dueText ? <span className={styles.was}>{action.dueText}</span> : null}
        </td>
        <td>
          <RagBadge rag={action.rag} />
        </td>
        <td>
          {matchWords[kind]}
          {action.match?.id ? (
            <label className={styles.matchChoice}>
              <span className="visually-hidden">What {name} does</span>
              <select
                value={choice.actionId === null ? 'new' : 'change'}
                onChange={(event) =>
                  onChange({ ...choice, actionId: event.target.value === 'new' ? null : (action.match?.id ?? null) })
                }
              >
                <option value="change">Changes {action.match.ref || 'that action'}</option>
                <option value="new">Comes in as a new action</option>
              </select>
            </label>
          ) : null}
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={8} className={styles.reading}>
            <Reading action={action} where={where} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** The wording, with what differs from the plan marked: struck through what the plan says, underlined what the file says. */
function Wording({ action }: { readonly action: PreviewAction }) {
  const changes = action.match?.changes ?? [];
  if (changes.length === 0) return <span>{action.action}</span>;
  return (
    <span>
      {changes.map((change, index) => {
        const key = `${index} ${change.kind}`;
        if (change.kind === 'removed') return <del key={key}>{change.text} </del>;
        if (change.kind === 'added') return <ins key={key}>{change.text} </ins>;
        return <span key={key}>{change.text} </span>;
      })}
    </span>
  );
}

function Reading({ action, where }: { readonly action: PreviewAction; readonly where: string }) {
  // How the rating was read has its own line above.
  const reasons = Object.entries(action.reasons).filter(([field]) => field !== 'rag' || action.ragFrom === '');
  const fields = [
    ['Objective', action.objective],
    ['Supporting', action.supporting],
    ['Start', action.startText],
    ['Success measure', action.successMeasure],
    ['Progress', action.progress],
    ['Explanation of red', action.redExplanation],
    ['Resources', action.resources],
    ...action.notes.map((note) => [note.header ? `Kept as a note: ${note.header}` : 'Notes', note.text] as const),
  ].filter(([, text]) => text !== '');
  return (
    <>
      <p>
        From {where}
        {action.hidden ? ', which is hidden in the file' : ''}.
      </p>
      {action.ragFrom ? <p>{action.ragFrom}</p> : null}
      <ul>
        {reasons.map(([field, reason]) => (
          <li key={field}>{reason}</li>
        ))}
      </ul>
      <dl className={styles.fields}>
        {fields.map(([name, text]) => (
          <div key={`${name} ${text}`}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
