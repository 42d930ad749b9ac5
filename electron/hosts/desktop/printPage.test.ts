import * as fs from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileLayer } from '#core/files/atomicWrite.ts';
import { createFileTokens } from '#core/fileTokens.ts';
import { dialogDouble } from '#test/hosts/electronDouble.ts';
import { createDialogs } from './dialogs.ts';
import { createPagePrinter, type PrintWindow, printWindowOptions } from './printPage.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A window that prints what it was given to load, and says what was done with it. */
function windowDouble(fails = false) {
  const done: string[] = [];
  let loaded = '';
  const window: PrintWindow = {
    loadURL: async (address) => {
      loaded = Buffer.from(address.replace(/^data:text\/html;charset=utf-8;base64,/u, ''), 'base64').toString();
    },
    webContents: {
      printToPDF: async (options) => {
        done.push(JSON.stringify(options));
        if (fails) throw new Error('no printer');
        return Buffer.from(`%PDF ${loaded}`);
      },
    },
    destroy: () => void done.push('destroyed'),
  };
  return { done, print: createPagePrinter(() => window) };
}

it.each([
  ['plan.pdf', '%PDF <p>Plän</p>'],
  ['plan.html', '<p>Plän</p>'],
])('a web page that is saved as %s is what its ending says', async (name, content) => {
  const { print, done } = windowDouble();
  const tokens = createFileTokens();
  const to = join(folder, name);
  const token = tokens.holdBytes('plan.html', Buffer.from('<p>Plän</p>'));
  const dialogs = createDialogs(dialogDouble(null, to), tokens, undefined, undefined, print);
  expect(await dialogs.save(token, 'plan.html')).toEqual({ saved: true });
  expect(await readFile(to, 'utf8')).toBe(content);
  expect(done.at(-1)).toBe(name.endsWith('.pdf') ? 'destroyed' : undefined);
});

it('another document that is called .pdf is not printed', async () => {
  const { print, done } = windowDouble();
  const tokens = createFileTokens();
  const dialogs = createDialogs(dialogDouble(null, join(folder, 'a.pdf')), tokens, undefined, undefined, print);
  await dialogs.save(tokens.holdBytes('a.docx', Buffer.from('document')), 'a.docx');
  expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('document');
  expect(done).toEqual([]);
});

it.each([
  ['plan.pdf', 'renameSync', 'EBUSY', 'file-in-use'],
  ['plan.pdf', 'writeSync', 'ENOSPC', 'save-disk-full'],
  ['plan.html', 'renameSync', 'EPERM', 'file-in-use'],
  ['plan.csv', 'renameSync', 'EPERM', 'file-in-use'],
  ['plan.csv', 'openSync', 'EACCES', 'save-not-allowed'],
] as const)('%s that %s refuses with %s is said so, and can be saved elsewhere', async (name, call, code, refused) => {
  const { print } = windowDouble();
  const tokens = createFileTokens();
  const held = name.replace('.pdf', '.html');
  const token = tokens.holdBytes(held, Buffer.from('made'));
  const { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } = fs;
  const disk: FileLayer = { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync };
  const failing = {
    ...disk,
    [call]: () => {
      throw Object.assign(new Error(code), { code, syscall: call.replace('Sync', '') });
    },
  };
  const to = join(folder, name);
  const dialogs = (files: FileLayer) => createDialogs(dialogDouble(null, to), tokens, undefined, files, print);
  await expect(dialogs(failing).save(token, held)).rejects.toMatchObject({
    code: refused,
    detail: { fileName: name },
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await dialogs(disk).save(token, held)).toEqual({ saved: true });
  expect(await readFile(to, 'utf8')).toContain('made');
});

it('a page that cannot be printed is named with a way out, and its window goes', async () => {
  const { print, done } = windowDouble(true);
  await expect(print(Buffer.from('<p>'))).rejects.toMatchObject({ code: 'export-failed' });
  expect(done.at(-1)).toBe('destroyed');
  await expect(print(Buffer.alloc(2_000_000))).rejects.toMatchObject({
    detail: { reason: expect.stringContaining('too long') },
  });
});

it('the window of printing runs no script', () =>
  expect(printWindowOptions).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } }));
