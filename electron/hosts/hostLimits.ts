/** Limits of the ways in; those of files are in `shared/limits.ts`. */
export const hostLimits = {
  /** One call. The longest answer allowed is 500,000 characters, which marks and escapes can make some 4 MB of JSON. */
  callBytes: 8 * 1_048_576,
  /** Sign of life in the event stream; three missed ones mean that the host is gone. */
  heartbeatMilliseconds: 15_000,
  /** A closed tab is often opened again; a forgotten host keeps the workspace locked. Ten minutes serves both. */
  idleMilliseconds: 10 * 60_000,
  /** Headers of a request from our own page have about 1 KB. */
  headerBytes: 16_384,
} as const;
