interface Placed {
  readonly id: string;
}

/** Before which item a step up or down puts an item: null for the end, undefined where there is no way further. */
export function stepPlace(items: readonly Placed[], id: string, by: -1 | 1): string | null | undefined {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0 || at + by < 0 || at + by >= items.length) return undefined;
  return by === -1 ? items[at - 1]?.id : (items[at + 2]?.id ?? null);
}

/** Before which item a drop on another puts an item; undefined where it would stay where it is. */
export function dropPlace(items: readonly Placed[], id: string, on: string, after: boolean): string | null | undefined {
  const at = items.findIndex((item) => item.id === on);
  if (at < 0) return undefined;
  const before = after ? (items[at + 1]?.id ?? null) : on;
  const own = items.findIndex((item) => item.id === id);
  return before === id || before === (items[own + 1]?.id ?? null) ? undefined : before;
}
