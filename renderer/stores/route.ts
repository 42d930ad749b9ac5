import { create } from 'zustand';

/**
 * Where we are, as a path after `#` in the address: `/question/governance`, `/last-plan/ACTION-ID`.
 * The address keeps it, so that Back and Forward work and a readiness item can lead to its field.
 */
interface RouteState {
  readonly path: string;
}

const pathOfAddress = (): string => {
  const path = window.location.hash.slice(1);
  return path.startsWith('/') ? path : '/';
};

export const useRoute = create<RouteState>(() => ({ path: pathOfAddress() }));

/** Call once at the start; returns the function that stops following the address. */
export function followAddress(): () => void {
  const follow = () => useRoute.setState({ path: pathOfAddress() });
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}

export function goTo(path: string): void {
  if (pathOfAddress() !== path) window.location.hash = path;
  useRoute.setState({ path });
}

/** The parts of a path: `/last-plan/ID` gives `['last-plan', 'ID']`. */
export const partsOfPath = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part));
