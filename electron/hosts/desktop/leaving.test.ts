import { expect, it } from 'vitest';
import type { LeavingContents } from './electronApi.ts';
import { askBeforeLeaving } from './leaving.ts';

function closed(answer: number): { readonly asked: readonly string[]; readonly closes: boolean } {
  const asked: string[] = [];
  let leave: ((event: { preventDefault(): void }) => void) | null = null;
  const contents: LeavingContents = {
    on: (_event, listener) => {
      leave = listener;
    },
  };
  askBeforeLeaving(contents, {
    showMessageBoxSync: ({ message, detail, buttons, cancelId }) => {
      asked.push(message, detail, buttons[cancelId] ?? '');
      return answer;
    },
  });
  let closes = false;
  (leave as unknown as (event: { preventDefault(): void }) => void)({
    preventDefault: () => {
      closes = true;
    },
  });
  return { asked, closes };
}

it('closes a window that asked to stay only when the person says so, and says that nothing is lost', () => {
  expect(closed(1).closes).toBe(true);
  const { asked, closes } = closed(0);
  expect(closes).toBe(false);
  expect(asked[1]).toContain('Nothing is lost');
  // What a press of Esc stands for.
  expect(asked[2]).toBe('Go on working');
});
