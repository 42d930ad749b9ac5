import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('a listener that fails neither turns a committed change into an error nor keeps it from the next listener', async () => {
  const { core, call, ports } = await openCore();
  const heard: string[] = [];
  core.events.subscribe(() => {
    throw new TypeError('Object has been destroyed');
  });
  core.events.subscribe(({ type }) => heard.push(type));
  await call('institution.edit', { fields: { name: 'Northport College' } });
  expect(heard).toEqual(['changed']);
  expect(ports.lines).toContain('event changed not heard: TypeError');
});
