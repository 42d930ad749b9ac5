import { performance } from 'node:perf_hooks';
import type { z } from 'zod';
import { type ChannelName, contract, isChannelName } from '#shared/contract/contract.ts';
import { type AppError, Refusal } from '#shared/errors.ts';
import { fail, type Result, succeed } from '#shared/result.ts';
import { saysHeld } from './files/patientRename.ts';
import { backupBefore, gatherKeyOf, stepKindOf } from './history/stepRules.ts';
import {
  beginStep,
  type Change,
  finishStep,
  historyState,
  newestChangeId,
  rowChanges,
  type StepKind,
} from './history/steps.ts';
import type { CommandContext, Dispatch, DispatchOptions, Handlers, OpenWorkspace, Services } from './services.ts';
import { codeOf, saysDiskRefused, saysFull } from './workspace/connection.ts';
import type { TableAccess } from './workspace/tableAccess.ts';

/** The only way in: known channel → parse → handler (a command inside one transaction) → parse → Result. */
export function createDispatch(services: Services, handlers: Handlers): Dispatch {
  return async (channel, input, options = {}) => {
    const started = performance.now();
    const result = await answer(services, handlers, channel, input, options);
    services.ports.log(
      `${isChannelName(channel) ? channel : 'unknown'} ${result.ok ? 'ok' : result.error.code} ${(performance.now() - started).toFixed(1)} ms`,
    );
    return result;
  };
}

/** Runs one change of the open workspace as one step: one transaction, one entry of history, one event. */
export function runStep<Value>(
  services: Services,
  start: {
    readonly channel: string;
    readonly screen: string;
    readonly kind: StepKind;
    readonly gatherKey: string | null;
    readonly label: string;
  },
  run: (context: CommandContext) => Value,
): Value {
  const workspace = services.session.required();
  if (workspace.info.readOnly) throw readOnlyRefusal(workspace);
  const reason = backupBefore(start.channel);
  if (reason) workspace.backUp(reason);
  else workspace.beforeChange();
  const { database } = workspace;
  const now = services.ports.now().toISOString();
  let changes: readonly Change[] = [];
  const value = database
    .transaction(() => {
      const since = newestChangeId(database);
      const stepId = beginStep(database, {
        at: now,
        channel: start.channel,
        screen: start.screen,
        kind: start.kind,
        gatherKey: start.gatherKey,
      });
      let label = start.label;
      const result = run({
        ...services,
        rows: workspace.rows,
        stepId,
        now,
        label: (words) => {
          label = words;
        },
      });
      changes = finishStep(database, stepId, start.kind, label, since);
      return result;
    })
    .immediate();
  // Told after the commit, never before: a screen that shows a change shows what is on the disk.
  if (changes.length > 0) {
    services.events.emit({ type: 'changed', rows: rowChanges(changes), history: historyState(database) });
  }
  return value;
}

function readOnlyRefusal({ info, lookedAt }: OpenWorkspace): Refusal {
  const reason = lookedAt ? { reason: 'This is a backup: it can be looked at, but not changed.' } : {};
  return new Refusal('workspace-read-only', { fileName: info.fileName, ...reason });
}

async function answer(
  services: Services,
  handlers: Handlers,
  channel: string,
  input: unknown,
  options: DispatchOptions,
): Promise<Result<unknown>> {
  if (!isChannelName(channel)) return fail({ code: 'channel-unknown', detail: {} });
  const { kind, input: inputSchema, output: outputSchema } = contract[channel];
  const parsed = parsedBy(inputSchema, input);
  if (!parsed?.success) {
    const issue = parsed?.error.issues[0];
    return fail({
      code: 'input-invalid',
      detail: { field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'Not in the form expected' },
    });
  }
  // The mapped type guarantees that this handler takes what this schema gives; TypeScript cannot follow the index.
  const handler = handlers[channel] as (input: unknown, context: unknown) => unknown;
  try {
    const value =
      kind === 'command'
        ? runStep(
            services,
            {
              channel,
              screen: options.screen ?? '',
              kind: stepKindOf(channel),
              gatherKey: gatherKeyOf(channel, parsed.data),
              label: channel,
            },
            (context) => outputSchema.parse(handler(parsed.data, context)),
          )
        : kind === 'query'
          ? outputSchema.parse(handler(parsed.data, queryContext(services)))
          : await services.jobs.run(jobIdOf(parsed.data), async (job) =>
              // Assigned, not spread: a spread would ask for the rows of a workspace that a job may be about to open.
              outputSchema.parse(await handler(parsed.data, Object.assign(queryContext(services), job))),
            );
    return succeed(value);
  } catch (cause) {
    return fail(errorOf(services, channel, cause));
  }
}

/** Null for what cannot even be looked through: nested without end, or bytes where rows belong. */
function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.ZodSafeParseResult<z.output<Schema>> | null {
  try {
    return schema.safeParse(input);
  } catch {
    // The caller is told by the null that the input has no form.
    return null;
  }
}

function queryContext(services: Services): Services & { readonly rows: TableAccess } {
  return {
    ...services,
    get rows() {
      return services.session.required().rows;
    },
  };
}

function jobIdOf(input: unknown): string | undefined {
  const { jobId } = input as { readonly jobId?: string };
  return jobId;
}

function errorOf(services: Services, channel: ChannelName, cause: unknown): AppError {
  if (cause instanceof Refusal) return { code: cause.code, detail: cause.detail };
  const { name } = cause as { readonly name?: string };
  const code = codeOf(cause);
  if (saysFull(cause)) return { code: 'disk-full', detail: {} };
  // The system's own answer for a file that was moved or deleted while SQLite has it open.
  if (code === 'SQLITE_READONLY_DBMOVED') return { code: 'workspace-replaced', detail: {} };
  // A folder that takes no journal any more shows as a journal that cannot be opened.
  if (/^(?:SQLITE_READONLY|SQLITE_CANTOPEN|EROFS$)/u.test(code)) return { code: 'workspace-read-only', detail: {} };
  if (saysDiskRefused(cause) || saysHeld(cause)) return { code: 'disk-refused', detail: {} };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { code: 'workspace-damaged', detail: {} };
  if (name === 'AbortError') return { code: 'cancelled', detail: {} };
  // Names and codes only: a message could carry what somebody wrote.
  services.ports.log(`${channel} failed: ${name ?? 'unknown'} ${code}`);
  return { code: 'internal', detail: {} };
}
