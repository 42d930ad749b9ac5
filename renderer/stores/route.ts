import { create } from 'zustand';

/**
 * Where we are, as a path after `#` in the address: `/question/governance`, `/last-plan/ACTION-ID`.
 * The address keeps it, so that Back and Forward work and a readiness item can lead to its field.
 */
interface RouteState {
  readonly path: string;
  /** Counts every time that somebody is led somewhere, also to where they are: the screen then shows the place again. */
  readonly visit: number;
}

const pathOfAddress = (): string => {
  const path = window.location.hash.slice(1);
  return path.startsWith('/') ? path : '/';
};

export const useRoute = create<RouteState>(() => ({ path: pathOfAddress(), visit: 0 }));

const arrive = (path: string): void => useRoute.setState(({ visit }) => ({ path, visit: visit + 1 }));

/** Call once at the start; returns the function that stops following the address. */
export function followAddress(): () => void {
  const follow = () => {
    if (useRoute.getState().path !== pathOfAddress()) arrive(pathOfAddress());
  };
  // A link to where one is already changes no address, and is followed all the same.
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.hash.startsWith('#/') && link.hash === window.location.hash) arrive(pathOfAddress());
  };
  follow();
  window.addEventListener('hashchange', follow);
  window.addEventListener('click', onClick);
  return () => {
    window.removeEventListener('hashchange', follow);
    window.removeEventListener('click', onClick);
  };
}

export function goTo(path: string): void {
  if (pathOfAddress() !== path) window.location.hash = path;
  arrive(path);
}

/** The first part of a path, which says the screen: of `/last-plan/ID` it is `last-plan`. */
export const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** The parts of a path: `/last-plan/ID` gives `['last-plan', 'ID']`. */
export const partsOfPath = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part));
