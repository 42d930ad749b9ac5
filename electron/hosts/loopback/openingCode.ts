import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hashOf } from './requestGuards.ts';

/** Lets one browser in, once and soon. */
export interface OpeningCode {
  readonly code: string;
  /** Whether this is the code, for the first time and in time. It is of no use to anybody afterwards. */
  readonly take: (given: string) => boolean;
}

/**
 * Programs that are started show their arguments to everybody on the computer, so the browser is opened with a code
 * that works once and not with the token, which works as long as the host does.
 */
export function createOpeningCode(validMilliseconds: number): OpeningCode {
  const code = randomBytes(32).toString('base64url');
  const hash = hashOf(code);
  const end = performance.now() + validMilliseconds;
  let isTaken = false;
  return {
    code,
    take: (given) => {
      if (isTaken || performance.now() >= end || !timingSafeEqual(hashOf(given), hash)) return false;
      isTaken = true;
      return true;
    },
  };
}
