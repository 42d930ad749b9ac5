import { type RichText, richTextSchema } from '#shared/model/richText.ts';
import { host } from './host.ts';

/**
 * Text of answers that is not on the disk yet, left with the browser from the first key press until the host has
 * answered that it is saved. It outlives the page, the host and the power; it is sealed with a key of the host's, so
 * that nothing readable stays in the browser's profile. The database flushes to the disk at every write.
 */
export interface UnsavedText {
  /** Of the record: an answer can have one of each page that was writing. */
  readonly id: string;
  readonly answerId: string;
  /** When the last of it was typed. */
  readonly at: Date;
  readonly content: RichText;
}

interface Sealed {
  readonly id: string;
  readonly answerId: string;
  readonly at: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}

const store = 'unsavedText';
/** This page, so that it never takes what it is writing itself for something left behind. */
const page = crypto.randomUUID();

/** What each answer is wished to have: its newest text, or null for nothing. Only the newest wish is carried out. */
const wishes = new Map<string, RichText | null>();
let working = false;

export function keepUnsaved(answerId: string, content: RichText): void {
  wishes.set(answerId, content);
  void work();
}

export function dropUnsaved(answerId: string): void {
  wishes.set(answerId, null);
  void work();
}

async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let [wish] = wishes; wish; [wish] = wishes) {
    const [answerId, content] = wish;
    wishes.delete(answerId);
    try {
      await carryOut(answerId, content);
    } catch {
      // A browser that keeps nothing (a private window, a full disk): what is written is saved within half a second
      // all the same.
    }
  }
  working = false;
}

async function carryOut(answerId: string, content: RichText | null): Promise<void> {
  const id = `${answerId} ${page}`;
  if (content === null) return forgetUnsaved(id);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = await crypto.subtle.encrypt(
    cipher(nonce, answerId),
    await sealingKey(),
    new TextEncoder().encode(JSON.stringify(content)),
  );
  const record: Sealed = { id, answerId, at: Date.now(), nonce, text };
  await inStore('readwrite', (records) => records.put(record));
}

/** What other pages left behind, newest first. What this host's key does not open belongs to another, and stays. */
export async function unsavedOfOtherPages(): Promise<readonly UnsavedText[]> {
  const records = await inStore<Sealed[]>('readonly', (all) => all.getAll());
  const found: UnsavedText[] = [];
  for (const { id, answerId, at, nonce, text } of records) {
    if (id.endsWith(page)) continue;
    try {
      const opened = await crypto.subtle.decrypt(cipher(nonce, answerId), await sealingKey(), text);
      const content = richTextSchema.parse(JSON.parse(new TextDecoder().decode(opened)));
      found.push({ id, answerId, at: new Date(at), content });
    } catch {
      // Sealed with the key of another data folder: a host that has it will offer it.
    }
  }
  return found.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

export async function forgetUnsaved(id: string): Promise<void> {
  await inStore('readwrite', (records) => records.delete(id));
}

/** The seal holds the answer's id too: a text cannot be passed off as another answer's. */
const cipher = (nonce: Uint8Array<ArrayBuffer>, answerId: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: new TextEncoder().encode(answerId),
});

let asked: Promise<CryptoKey> | null = null;

/** Asked for once; again only where the host did not answer. */
function sealingKey(): Promise<CryptoKey> {
  asked ??= askForKey().catch((cause: unknown) => {
    asked = null;
    throw cause;
  });
  return asked;
}

async function askForKey(): Promise<CryptoKey> {
  const result = await host().client.call('answer.unsavedKey', {});
  if (!result.ok) throw new Error(result.error.code);
  const bytes = Uint8Array.from(atob(result.value.key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** To be called while the host still answers: the key must be here before the host can be gone. */
export const prepareUnsaved = (): void => void sealingKey().catch(() => undefined);

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('technician-commitment-planner', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((cause: unknown) => {
    opened = null;
    throw cause;
  });
  return opened;
}

/** Resolves when the transaction is on the disk, not only in the browser's memory. */
async function inStore<Value>(mode: IDBTransactionMode, act: (records: IDBObjectStore) => IDBRequest): Promise<Value> {
  const transaction = (await database()).transaction(store, mode, { durability: 'strict' });
  const request = act(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result as Value);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
