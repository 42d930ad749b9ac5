import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '#shared/result.ts';
import { choosePlatform, takeToken } from './choosePlatform.ts';

const token = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';

beforeEach(() => {
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  Reflect.deleteProperty(window, 'planner');
});

describe('the token', () => {
  it('goes from the address to this tab, and out of the address bar', () => {
    window.history.replaceState(null, '', `/overview?x=1#${token}`);
    expect(takeToken()).toBe(token);
    expect(window.location.href).not.toContain(token);
    expect(window.location.pathname + window.location.search).toBe('/overview?x=1');
  });

  it('is found again after a reload, and a newer one takes its place', () => {
    window.history.replaceState(null, '', `/#${token}`);
    takeToken();
    expect(takeToken()).toBe(token);
    const newer = token.toLowerCase().replaceAll('-', 'a');
    window.history.replaceState(null, '', `/#${newer}`);
    expect(takeToken()).toBe(newer);
  });

  it('is not any fragment', () => {
    window.history.replaceState(null, '', '/#last-plan');
    expect(takeToken()).toBe('');
    expect(window.location.hash).toBe('#last-plan');
  });
});

describe('the platform', () => {
  it('is the window where the preload script left its bridge', async () => {
    const call = vi.fn(async () => succeed('answered'));
    Object.assign(window, { planner: { call } });
    const platform = choosePlatform();
    expect(platform.kind).toBe('desktop');
    expect(await platform.call('app.state', {}, { screen: '/overview' })).toEqual(succeed('answered'));
    expect(call).toHaveBeenCalledWith('app.state', {}, '/overview');
  });

  it('is the browser elsewhere', () => {
    expect(choosePlatform().kind).toBe('browser');
  });
});
