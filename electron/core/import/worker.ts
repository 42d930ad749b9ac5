import { createHash } from 'node:crypto';
import { MessageChannel, type MessagePort, parentPort } from 'node:worker_threads';
import { z } from 'zod';
import {
  type CommentCorrections,
  commentCorrectionsSchema,
  commentReadingSchema,
} from '#shared/model/commentPreview.ts';
import { type ListCorrections, listCorrectionsSchema } from '#shared/model/frameworkList.ts';
import { importCorrectionsSchema, readingSchema } from '#shared/model/importPreview.ts';
import { commentsAsRemembered, type RememberedComments } from './comments/commentsAsRemembered.ts';
import { ImportError, type ImportErrorCode, type ImportErrorDetail } from './importError.ts';
import { understandList } from './lists/understandList.ts';
import { readFile } from './readers/readFile.ts';
import { type ReadPreviewOptions, readPreview } from './readPreview.ts';
import type { ReadResult } from './sheet.ts';

export type CommentsInput = {
  readonly corrections: CommentCorrections;
  readonly remembered: readonly RememberedComments[];
};

/** What the thread is given, after it has said `ready`. It answers each with one message and waits for the next. */
export type WorkerInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: ReadPreviewOptions;
  /** Reads comments of technicians by these corrections, and no plan. */
  readonly comments?: CommentsInput | undefined;
  /** Reads the list of a framework by these corrections, and no plan. */
  readonly list?: ListCorrections | undefined;
};
export type WorkerAnswer = {
  /** Whether the thread is worth keeping: one that has grown is ended, which gives its memory back. */
  readonly reusable: boolean;
} & (
  | {
      readonly ok: true;
      /** One message waits here, so that a thread that has grown is ended before its answer is made into objects again. */
      readonly preview: MessagePort;
    }
  | { readonly ok: false; readonly code: ImportErrorCode; readonly detail: ImportErrorDetail }
);

const rememberedAs = { mappingId: z.string(), editedAt: z.string(), headerKey: z.string() };
const inputSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  options: z.strictObject({
    corrections: importCorrectionsSchema.optional(),
    planStartsOn: z.string().optional(),
    academicYearStart: z.string().optional(),
    remembered: z.array(z.strictObject({ ...rememberedAs, content: readingSchema })).optional(),
  }),
  comments: z
    .strictObject({
      corrections: commentCorrectionsSchema,
      remembered: z.array(z.strictObject({ ...rememberedAs, content: commentReadingSchema })),
    })
    .optional(),
  list: listCorrectionsSchema.optional(),
});

/** The first message: whatever goes wrong before it is not the fault of a file. */
export const ready = 'ready';

/** Beyond this the thread is not kept: a plan of ordinary size needs a quarter of it. */
const keptBytes = 200 * 1_048_576;

async function answer(input: unknown): Promise<WorkerAnswer> {
  const { bytes, fileName, options, comments, list } = inputSchema.parse(input);
  try {
    const sheets = async () => (await readOnce(bytes, fileName)).sheets;
    const preview = comments
      ? commentsAsRemembered(await sheets(), comments.corrections, comments.remembered)
      : list
        ? understandList(await sheets(), list, fileName)
        : await readPreview(bytes, fileName, options, readOnce);
    return { reusable: isSmall(), ok: true, preview: waiting(preview) };
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause;
    return { reusable: isSmall(), ok: false, code: cause.code, detail: cause.detail };
  }
}

function waiting(preview: unknown): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(preview);
  port1.close();
  return port2;
}

let last: { readonly key: string; readonly result: ReadResult } | undefined;

/** A person corrects the preview of one file several times; its bytes are read for the first of them. */
const readOnce: typeof readFile = async (bytes, fileName) => {
  const key = `${createHash('sha256').update(bytes).digest('hex')} ${fileName}`;
  if (last?.key === key) return last.result;
  last = undefined;
  const result = await readFile(bytes, fileName);
  last = { key, result };
  return result;
};

function isSmall(): boolean {
  const { heapTotal, arrayBuffers } = process.memoryUsage();
  return heapTotal + arrayBuffers < keptBytes;
}

// The libraries write remarks on odd formulas; nobody is there to read them.
for (const level of ['log', 'warn', 'error'] as const) console[level] = () => undefined;
parentPort?.postMessage(ready);
parentPort?.on('message', async (input: unknown) => {
  const answered = await answer(input);
  parentPort?.postMessage(answered, answered.ok ? [answered.preview] : []);
});
