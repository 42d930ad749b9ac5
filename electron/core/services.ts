import type { Database } from 'better-sqlite3';
import type { ChannelInput, ChannelName, ChannelOf, ChannelOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Backup, Recovery, WorkspaceInfo } from '#shared/contract/workspace.ts';
import type { Result } from '#shared/result.ts';
import type { Events } from './events.ts';
import type { FileTokens } from './fileTokens.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { TableAccess } from './workspace/tableAccess.ts';
import type { WorkingCopy } from './workspace/workingCopy.ts';

/** The workspace that is open: one file, one connection, our lock on it. */
export interface OpenWorkspace {
  readonly path: string;
  readonly info: WorkspaceInfo;
  readonly database: Database;
  readonly rows: TableAccess;
  /** For a backup that is looked at: the workspace it is of, where that is known, and the one that was open before. */
  readonly lookedAt?: { readonly path: string | null; readonly cameFrom: string | null };
  /** Where it is in a network or synchronised folder. */
  readonly workingCopy: Pick<WorkingCopy, 'path' | 'state' | 'follow' | 'saveBack'> | null;
  /** Makes the automatic backup that is due before a change, if one is. A failure is logged, never in the way. */
  readonly beforeChange: () => void;
  /** A verified backup now. */
  readonly backUp: (reason: Backup['reason']) => Backup;
  /** Where what it holds was kept when another program took its file away; null while that is in its place. */
  readonly keptAside: () => string | null;
  readonly close: () => void;
}

/** The one place that knows which workspace is open. */
export interface WorkspaceSession {
  readonly current: () => OpenWorkspace | null;
  /** Throws the refusal `workspace-not-open`. */
  readonly required: () => OpenWorkspace;
  /** Closes the open workspace and takes the next; tells everyone. */
  readonly change: (next: OpenWorkspace | null) => void;
  /** Why the last file could not be opened, until another is. */
  readonly recovery: () => Recovery | null;
  /** Where that file is; the path stays in core. */
  readonly recoveryPath: () => string | null;
  readonly setRecovery: (recovery: Recovery | null, path?: string) => void;
}

export interface Services {
  readonly ports: Ports;
  readonly events: Events;
  readonly fileTokens: FileTokens;
  readonly jobs: Jobs;
  readonly session: WorkspaceSession;
  /** For jobs that end in a command: the same way in as everybody's. Throws the refusal of a failed result. */
  readonly call: <Name extends ChannelName>(channel: Name, input: ChannelInput<Name>) => Promise<ChannelOutput<Name>>;
  readonly dispatch: Dispatch;
  /** Runs a change that is no channel of its own (applying an import) as one step, like a command. */
  readonly change: <Value>(label: string, run: (context: CommandContext) => Value) => Value;
  /** The same rooms with a session and events of their own, for a workspace that is filled before anybody sees it. */
  readonly apart: () => Services;
}

export interface DispatchOptions {
  /** Where on screen the call was made, kept with the step so that Undo can lead back to it. */
  readonly screen?: string;
}
export type Dispatch = (channel: string, input: unknown, options?: DispatchOptions) => Promise<Result<unknown>>;

export interface QueryContext extends Services {
  /** Rows of the open workspace; asking without one is the refusal `workspace-not-open`. */
  readonly rows: TableAccess;
}
export interface CommandContext extends QueryContext {
  readonly stepId: number;
  readonly now: string;
  /** What was done, as a sentence without a full stop: "Rated V2 Amber". It is what Undo offers to take back. */
  readonly label: (label: string) => void;
}
export interface JobContext extends QueryContext, Job {}

type Handler<Name extends ChannelName, Context, Output> = (input: ParsedInput<Name>, context: Context) => Output;

type QueryHandlers = { readonly [Name in ChannelOf<'query'>]: Handler<Name, QueryContext, ChannelOutput<Name>> };
type CommandHandlers = {
  readonly [Name in ChannelOf<'command'>]: Handler<Name, CommandContext, ChannelOutput<Name>>;
};
type JobHandlers = {
  readonly [Name in ChannelOf<'job'>]: Handler<Name, JobContext, Promise<ChannelOutput<Name>>>;
};
/** Every channel has its handler, or this does not compile. */
export type Handlers = QueryHandlers & CommandHandlers & JobHandlers;
