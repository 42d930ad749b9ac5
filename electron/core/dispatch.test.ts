import { describe, expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

describe('an input that cannot be looked through', () => {
  const deep = (levels: number): unknown => {
    let content: unknown = [];
    for (let level = 0; level < levels; level += 1)
      content = [{ type: 'bulletList', content: [{ type: 'listItem', content }] }];
    return { type: 'doc', content };
  };
  it.each([
    [
      'nested a hundred thousand times',
      'answer.write',
      { id: '00000000-0000-4000-8000-000000000001', content: deep(50_000) },
    ],
    ['with bytes where a list belongs', 'action.bin', { ids: new Uint8Array([1]) }],
    ['with bytes where a view belongs', 'view.remember', { screen: 'voice', view: { filters: new Uint8Array([1]) } }],
    [
      'with a getter that throws',
      'app.state',
      Object.defineProperty({}, 'a', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
    ],
  ])('%s is refused like any other', async (_what, channel, input) => {
    const { core } = await openCore();
    expect(await core.dispatch(channel, input)).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
  });
});
