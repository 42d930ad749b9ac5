import { createHash } from 'node:crypto';
import type { FrameworkPlan, ListEntry, ListReading } from '#shared/model/frameworkList.ts';
import type { Framework, FrameworkItem } from '#shared/model/tables.ts';

/** The frameworks as they are, in their order and without those in the bin. */
export interface KnownFramework extends Framework {
  readonly items: readonly FrameworkItem[];
}

const same = (text: string): string => text.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, ' ');

/** Spaces around a text are nobody's words, and programs write the ends of lines in their own ways. */
const saysSame = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replace(/\r\n?/gu, '\n').trim();

/**
 * What bringing a list in would do to the frameworks: each is found by the ids of its rows, or by its title; an item by
 * its id, then by its code, then by its wording. `into` is the framework of a list that names none; without it the list
 * becomes a new one of the name `otherwise`.
 */
export function planList(
  { entries }: ListReading,
  known: readonly KnownFramework[],
  into: string | null,
  otherwise: string,
): readonly FrameworkPlan[] {
  const ofId = new Map<string, KnownFramework>();
  for (const framework of known) {
    ofId.set(framework.id, framework);
    for (const { id } of framework.items) ofId.set(id, framework);
  }
  const target = known.find(({ id }) => id === into);
  const met = entries.flatMap(({ id }) => ofId.get(id) ?? []);
  // Where two have one title, the one that the file knows by its rows is meant.
  const named = (title: string): KnownFramework | undefined =>
    [...met, ...known].find((each) => same(each.title) === same(title));
  const frameworkOf = ({ id, framework }: ListEntry): KnownFramework | undefined =>
    ofId.get(id) ?? (framework === '' ? target : named(framework));
  const groups = Map.groupBy(carriedDown(entries), (entry) => {
    const framework = frameworkOf(entry);
    return framework ? framework.id : `new ${same(entry.framework || otherwise)}`;
  });
  return [...groups].map(([key, own]) => {
    const framework = known.find(({ id }) => id === key);
    const written = own.find((entry) => entry.framework !== '')?.framework;
    return planFramework(own, framework, written ?? framework?.title ?? otherwise);
  });
}

/** A framework named on the first of its rows only stands for those below. */
function carriedDown(entries: readonly ListEntry[]): readonly ListEntry[] {
  let last = '';
  return entries.map((entry) => {
    last = entry.framework || last;
    return { ...entry, framework: last };
  });
}

function planFramework(
  entries: readonly ListEntry[],
  framework: KnownFramework | undefined,
  title: string,
): FrameworkPlan {
  const left = new Map((framework?.items ?? []).map((item) => [item.id, item]));
  const found = new Map<ListEntry, FrameworkItem>();
  // Those with ids first, then those with codes: a code that was swapped in the file takes no other row's item.
  const match = (isIt: (item: FrameworkItem, entry: ListEntry) => boolean): void => {
    for (const entry of entries) {
      const item = found.has(entry) ? undefined : [...left.values()].find((each) => isIt(each, entry));
      if (!item) continue;
      found.set(entry, item);
      left.delete(item.id);
    }
  };
  const knownRows = entries.some(({ id }) => id === framework?.id || left.has(id));
  match((item, { id }) => item.id === id);
  const listed = entries.filter((entry) => found.has(entry) || (entry.code + entry.title).trim() !== '');
  match((item, { code }) => same(code) !== '' && same(item.code) === same(code));
  match((item, entry) => same(entry.title) !== '' && same(item.title) === same(entry.title));
  const items = listed.map((entry): FrameworkPlan['items'][number] => {
    const { row, code, title: wording } = entry;
    const item = found.get(entry);
    if (!item) return { row, itemId: null, kind: 'new', code, title: wording, before: null };
    const isSame = saysSame(item.code, code) && saysSame(item.title, wording);
    const before = isSame ? null : [item.code, item.title].filter((part) => part !== '').join(' · ');
    return { row, itemId: item.id, kind: isSame ? 'same' : 'changed', code, title: wording, before };
  });
  const about = entries.find((entry) => entry.about !== null && entry.about !== '')?.about ?? null;
  return {
    title,
    frameworkId: framework?.id ?? null,
    // A file from elsewhere may write the title in its own way; in one of ours another title is an edit.
    renamedFrom: framework && knownRows && !saysSame(framework.title, title) ? framework.title : null,
    about: about !== null && !saysSame(about, framework?.description ?? '') ? about : null,
    items,
    notInFile: [...left.values()].map(({ code, title: wording }) => code || wording),
  };
}

/** How many things a plan changes. */
export const changesIn = (plans: readonly FrameworkPlan[]): number =>
  plans.reduce(
    (sum, { frameworkId, renamedFrom, about, items }) =>
      sum +
      items.filter(({ kind }) => kind !== 'same').length +
      Number(frameworkId === null) +
      Number(renamedFrom !== null) +
      Number(frameworkId !== null && about !== null),
    0,
  );

export const digestOf = (plans: readonly FrameworkPlan[]): string =>
  createHash('sha256').update(JSON.stringify(plans)).digest('hex');
