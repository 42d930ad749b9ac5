import type { AppEvent } from '#shared/contract/workspace.ts';
import { fail, type Result } from '#shared/result.ts';
import type { HeldFileName, PickOptions, Platform } from './platform.ts';

/** What the preload script puts on the window: five functions, nothing of Electron. */
export interface PlannerBridge {
  readonly call: (channel: string, input: unknown, screen: string) => Promise<Result<unknown>>;
  readonly events: (listener: (event: AppEvent) => void) => () => void;
  readonly pickFile: (options: PickOptions) => Promise<Result<HeldFileName | null>>;
  readonly takeFile: (file: File) => Promise<Result<HeldFileName>>;
  readonly saveFile: (token: string, fileName: string) => Promise<Result<{ readonly saved: boolean }>>;
}

export function createDesktopPlatform(bridge: PlannerBridge): Platform {
  const reached = async <Value>(answer: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    try {
      return await answer();
    } catch {
      // The main process is gone, or refuses this page: either way there is no answer.
      return fail({ code: 'host-unreachable', detail: {} });
    }
  };
  return {
    kind: 'desktop',
    call: (channel, input, options) => reached(() => bridge.call(channel, input, options?.screen ?? '')),
    events: (listener) => bridge.events(listener),
    pickFile: (options) => reached(() => bridge.pickFile(options)),
    takeFile: (file) => reached(() => bridge.takeFile(file)),
    saveFile: (token, fileName) => reached(() => bridge.saveFile(token, fileName)),
  };
}
