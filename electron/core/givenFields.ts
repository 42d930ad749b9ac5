/** The fields of an input that were given: an absent field and one that is `undefined` both mean "leave it as it is". */
export type Given<Fields extends object> = { readonly [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

export function givenFields<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}

/** Where a new row stands when it comes last: positions are real numbers, so that one can be put between any two. */
export const positionAfter = (positions: readonly number[]): number => Math.floor(Math.max(0, ...positions)) + 1;
