import type { ChannelName } from '#shared/contract/contract.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import type { StepKind } from './steps.ts';

export function stepKindOf(channel: ChannelName): StepKind {
  if (channel === 'history.undo') return 'undo';
  if (channel === 'history.redo') return 'redo';
  return 'command';
}

/** Autosaved writing: the same fields of the same row, again and again, are one step to take back. */
const gathering: ReadonlySet<ChannelName> = new Set<ChannelName>([
  'answer.write',
  'answer.setFacts',
  'institution.edit',
  'signatory.edit',
  'staffNumber.edit',
  'cycle.edit',
  'plan.edit',
  'action.edit',
  'rating.give',
  'voice.edit',
  'evidence.edit',
  'framework.edit',
  'frameworkItem.edit',
  'ownQuestionSet.edit',
]);

export function gatherKeyOf(channel: ChannelName, input: unknown): string | null {
  if (!gathering.has(channel)) return null;
  const {
    id = '',
    actionIds = [],
    fields,
    ...rest
  } = input as {
    readonly id?: string;
    readonly actionIds?: readonly string[];
    readonly fields?: object;
    readonly typing?: boolean;
    readonly what?: string;
  };
  // A rating given by key is a decision, not typing: only its words gather.
  if ('rag' in rest) return null;
  if ('typing' in rest) return rest.typing === true ? [channel, id, String(rest.what)].join(' ') : null;
  const what = Object.keys(fields ?? rest).toSorted();
  return [channel, id, ...actionIds, ...what].join(' ');
}

/** The backup that goes before a step whatever the clock says; a backup cannot be made inside its transaction. */
export const backupBefore = (channel: string): Backup['reason'] | null =>
  channel === 'signOff.record' ? 'sign-off' : null;
