import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { fileLimits, hostLimits } from '#shared/limits.ts';
import { fail, type Result, succeed } from '#shared/result.ts';
import type { PickOptions } from '../../../renderer/platform/platform.ts';
import type { Core } from '../../core/core.ts';
import { isOurs } from './address.ts';
import type { Dialogs } from './dialogs.ts';
import type { IpcEvent, IpcMain } from './electronApi.ts';
import { ipcChannels } from './ipcChannels.ts';

export interface IpcOptions {
  readonly ipcMain: IpcMain;
  readonly core: Pick<Core, 'dispatch' | 'events' | 'fileTokens'>;
  readonly dialogs: Dialogs;
  /** Sends to every open window. */
  readonly send: (channel: string, event: unknown) => void;
}

/** Answers the page's messages; each is asked first where it comes from. Returns the function that ends the events. */
export function registerIpc({ ipcMain, core, dialogs, send }: IpcOptions): () => void {
  const answer = (channel: string, run: (...parameters: unknown[]) => Promise<Result<unknown>>): void => {
    ipcMain.handle(channel, async (event, ...parameters) => {
      if (!isTrusted(event)) throw new Error('Messages of other pages are not answered.');
      return run(...parameters);
    });
  };

  answer(ipcChannels.call, (channel, input, screen) =>
    // Whatever is no name at all is the name of no channel.
    core.dispatch(typeof channel === 'string' ? channel : '', input, {
      screen: typeof screen === 'string' ? screen.slice(0, hostLimits.screenCharacters) : '',
    }),
  );
  answer(ipcChannels.pickFile, (options) => resultOf(() => dialogs.pick(options as PickOptions)));
  answer(ipcChannels.takePath, (path) =>
    resultOf(async () => {
      if (typeof path !== 'string' || path === '') throw new Refusal('file-unreadable');
      return { token: core.fileTokens.holdPath(path), fileName: basename(path) };
    }),
  );
  answer(ipcChannels.takeBytes, (fileName, bytes) =>
    resultOf(async () => {
      const name = basename(String(fileName)) || 'Pasted';
      if (!(bytes instanceof Uint8Array)) throw new Refusal('file-unreadable', { fileName: name });
      if (bytes.byteLength > fileLimits.uploadBytes) throw new Refusal('file-too-large', { fileName: name });
      return { token: core.fileTokens.holdBytes(name, bytes), fileName: name };
    }),
  );
  answer(ipcChannels.saveFile, (token, fileName) => resultOf(() => dialogs.save(String(token), String(fileName))));
  return core.events.subscribe((event) => send(ipcChannels.event, event));
}

/** Our page in the window's main frame: not a frame inside it, not another page that got into the window. */
const isTrusted = ({ senderFrame }: IpcEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);

async function resultOf<Value>(run: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return succeed(await run());
  } catch (cause) {
    if (cause instanceof Refusal) return fail({ code: cause.code, detail: cause.detail });
    return fail({ code: 'internal', detail: {} });
  }
}
