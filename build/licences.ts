import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package whose code or files are part of what is handed out. */
export interface LicenceNotice {
  readonly name: string;
  readonly version: string;
  /** As the package states it: MIT, ISC … */
  readonly licence: string;
  readonly text: string;
}

/** Notes the folder of every package of which a part went into a bundle, fonts and pictures included. */
export function noteBundled(folders: Set<string>): Plugin {
  return {
    name: 'note-bundled',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const files =
          part.type === 'chunk'
            ? part.moduleIds
            : part.originalFileNames.map((name) => resolve(this.environment.config.root, name));
        for (const file of files) {
          const folder = packageFolderOf(file);
          if (folder) folders.add(folder);
        }
      }
    },
  };
}

/** The folder of the innermost package that a module lies in; null for modules of ours and those made by the bundler. */
export function packageFolderOf(module: string): string | null {
  const path = module.replace(/^\0/, '').split('?')[0]?.split(sep).join('/') ?? '';
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** The notices of these packages in the order of their names. Throws, naming it, where one comes without a licence. */
export function noticesOf(folders: Iterable<string>): readonly LicenceNotice[] {
  const notices = new Map<string, LicenceNotice>();
  for (const folder of folders) {
    const notice = noticeOf(folder);
    notices.set(`${notice.name} ${notice.version}`, notice);
  }
  return [...notices.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

function noticeOf(folder: string): LicenceNotice {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly author?: string | { readonly name: string };
  };
  if (!license) throw new Error(`${name} ${version} states no licence, so it cannot be handed out.`);
  const text =
    fileOf(folder) ?? sectionOf(folder) ?? usualText(license, typeof author === 'object' ? author.name : author);
  if (!text) throw new Error(`${name} ${version} comes without the text of its licence (${license}).`);
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n').trim() };
}

/** Licence and notice files, one after the other. */
function fileOf(folder: string): string | null {
  const names = readdirSync(folder)
    .filter((name) => /^(un)?licen[cs]e|^copying|^notice/i.test(name))
    .toSorted();
  return names.length === 0 ? null : names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** Small packages put the text at the end of their README. */
function sectionOf(folder: string): string | null {
  const path = join(folder, 'README.md');
  if (!existsSync(path)) return null;
  const section = /^#+ *licen[cs]e\s*$([\s\S]*)/im.exec(readFileSync(path, 'utf8'))?.[1]?.trim();
  return section?.includes('AS IS') ? section : null;
}

/** For packages that name a usual licence and leave its text out. */
function usualText(licence: string, author: string | undefined): string | null {
  if (licence !== 'ISC' || !author) return null;
  return `Copyright (c) ${author} and contributors

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
}

/** Once for the page, which shows them, and once as a text that lies beside the program. */
export function writeNotices(outputFolder: string, own: string, notices: readonly LicenceNotice[]): void {
  writeFileSync(join(outputFolder, 'renderer', 'licences.json'), JSON.stringify(notices));
  const rule = '-'.repeat(78);
  const others = notices.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  writeFileSync(
    join(outputFolder, 'licences.txt'),
    [
      `Technician Commitment Planner\n\n${own.trim()}\n`,
      'It contains the following software. Electron and Chromium bring their own notices beside the program.\n',
      ...others,
    ].join('\n'),
  );
}
