/** For every zip that the helpers make: two of the same parts are the same bytes, although the clock has gone on. */
export const zipDay = { mtime: new Date(2026, 10, 21, 12) } as const;
