import { createBrowserPlatform } from './browser.ts';
import { createDesktopPlatform, type PlannerBridge } from './desktop.ts';
import type { Platform } from './platform.ts';

declare global {
  interface Window {
    readonly planner?: PlannerBridge;
  }
}

const storageKey = 'planner-token';

/** The desktop's bridge where the preload script left one, else the host that served this page. */
export function choosePlatform(): Platform {
  return window.planner ? createDesktopPlatform(window.planner) : createBrowserPlatform(takeToken());
}

/**
 * The token comes in the fragment of the first address, which never goes over the wire. It is moved to this tab's
 * storage, so that a reload finds it, and out of the address bar, so that it is not copied by accident. Without one
 * every call is refused, which the page tells as `host-unreachable`.
 */
export function takeToken(): string {
  const fromAddress = /^#([A-Za-z0-9_-]{43})$/.exec(window.location.hash)?.[1];
  if (!fromAddress) return window.sessionStorage.getItem(storageKey) ?? '';
  window.sessionStorage.setItem(storageKey, fromAddress);
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return fromAddress;
}
