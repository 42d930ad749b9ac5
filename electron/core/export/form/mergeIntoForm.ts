import { strToU8 } from 'fflate';
import type { FormPackage } from '../../officialForm/formPackage.ts';
import { allBelow, attributeIn, escapeXml, type XmlTree } from '../../officialForm/xmlTree.ts';
import { mergeNumbering } from './mergeNumbering.ts';
import { mergeStyles } from './mergeStyles.ts';
import type { FormParts } from './writeFormParts.ts';

/** Rewrites what a piece of our writer's XML names, so that it names the same in the form. */
export interface FormNames {
  readonly translate: (xml: string) => string;
  /** Another header of the form; the id by which sections name it. */
  readonly addHeader: (xml: string) => string;
  /** A part of the form in other letters. */
  readonly change: (name: string, xml: string) => void;
  /** The parts of the form that grew, by name. */
  readonly parts: () => ReadonlyMap<string, Uint8Array>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function namesInForm(form: FormPackage, written: FormParts): FormNames {
  const styles = mergeStyles(form.styles, written.styles);
  const numbering = mergeNumbering(form.numbering, written.numbering);
  const links = new Map<string, string>();
  const added: string[] = [];
  const bookmarks = bookmarkNames(form.document);
  const taken = new Set([...form.relations.matchAll(/\bId\s*=\s*["']([^"']*)["']/gu)].map(([, id]) => id));
  const newId = (): string => {
    let number = added.length + 1;
    while (taken.has(`planner${number}`)) number += 1;
    taken.add(`planner${number}`);
    return `planner${number}`;
  };
  const relate = (kind: string, target: string, external: boolean): string => {
    const id = newId();
    added.push(
      `<Relationship xmlns="${packageRelations}" Id="${id}" Type="${form.relationBase}/${kind}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
    return id;
  };
  const linkId = (id: string): string => {
    const address = written.links.get(id);
    if (address === undefined) throw new Error('A link leads nowhere');
    const known = links.get(address);
    if (known !== undefined) return known;
    const next = relate('hyperlink', address, true);
    links.set(address, next);
    return next;
  };
  const translate = (xml: string): string =>
    xml
      .replaceAll(/<w:([pr])Style w:val="([^"]*)"\/>/gu, (_, kind: string, id: string) => {
        const named = styles.idFor(id);
        return named === undefined ? '' : `<w:${kind}Style w:val="${escapeXml(named)}"/>`;
      })
      .replaceAll(/<w:numId w:val="(\d+)"\/>/gu, (_, id: string) => `<w:numId w:val="${numbering.idFor(Number(id))}"/>`)
      .replaceAll(/<w:hyperlink\b[^>]*>/gu, (tag) =>
        tag
          .replace(/\br:id="([^"]*)"/u, (_, id: string) => `r:id="${linkId(id)}"`)
          .replace(/\bw:anchor="([^"]*)"/u, (_, name: string) => `w:anchor="${bookmarks.nameFor(name)}"`),
      )
      .replaceAll(/<w:bookmark(?:Start|End)\b[^>]*>/gu, (tag) =>
        tag
          .replace(/\bw:id="([^"]*)"/u, (_, id: string) => `w:id="${bookmarks.idFor(id)}"`)
          .replace(/\bw:name="([^"]*)"/u, (_, name: string) => `w:name="${bookmarks.nameFor(name)}"`),
      );

  const changed = new Map<string, Uint8Array>();
  const overrides: string[] = [];
  const folder = form.documentPart.replace(/[^/]*$/u, '');
  const override = (name: string, kind: 'styles' | 'numbering' | 'header'): void => {
    overrides.push(
      `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${escapeXml(name)}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
    );
  };
  const addHeader = (xml: string): string => {
    const name = freeName(form, `${folder}header`);
    changed.set(name, strToU8(`${head}${xml}`));
    override(name, 'header');
    return relate('header', name.slice(folder.length), false);
  };

  const parts = (): ReadonlyMap<string, Uint8Array> => {
    const put = (kind: 'styles' | 'numbering', xml: string | undefined): void => {
      if (xml === undefined) return;
      const known = form.partOf(kind);
      const name = known ?? freeName(form, `${folder}${kind}`);
      changed.set(name, strToU8(xml));
      if (known !== null) return;
      relate(kind, name.slice(folder.length), false);
      override(name, kind);
    };
    put('styles', styles.merged());
    put('numbering', numbering.merged());
    if (added.length > 0) changed.set(form.relationsPart, strToU8(withRelations(form.relations, added)));
    if (overrides.length > 0) {
      const [types, xml] = contentTypes(form);
      changed.set(types, strToU8(xml.replace(/<\/((?:\w+:)?Types)>\s*$/u, `${overrides.join('')}</$1>`)));
    }
    return changed;
  };
  return { translate, addHeader, change: (name, xml) => changed.set(name, strToU8(xml)), parts };
}

function withRelations(relations: string, added: readonly string[]): string {
  if (relations === '') return `${head}<Relationships xmlns="${packageRelations}">${added.join('')}</Relationships>`;
  const whole = relations.replace(/<((?:\w+:)?Relationships)\b([^>]*)\/>\s*$/u, '<$1$2></$1>');
  return whole.replace(/<\/((?:\w+:)?Relationships)>\s*$/u, (_, name: string) => `${added.join('')}</${name}>`);
}

function contentTypes({ parts }: FormPackage): readonly [string, string] {
  for (const [name, bytes] of parts) {
    if (name.toLowerCase() === '[content_types].xml') return [name, new TextDecoder().decode(bytes)];
  }
  throw new Error('The form has no list of its parts');
}

function freeName({ parts }: FormPackage, stem: string): string {
  const taken = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  let number = 1;
  let name = `${stem}.xml`;
  while (taken.has(name.toLowerCase())) {
    number += 1;
    name = `${stem}${number}.xml`;
  }
  return name;
}

/** Our bookmarks get numbers above the form's, and names that are not the form's. */
function bookmarkNames(document: XmlTree): { idFor: (id: string) => number; nameFor: (name: string) => string } {
  const starts = allBelow(document.root, 'w:bookmarkStart');
  const highest = Math.max(0, ...starts.map((start) => Number(attributeIn(document, start, 'w:id')) || 0));
  const names = new Set(starts.map((start) => attributeIn(document, start, 'w:name') ?? ''));
  const ids = new Map<string, number>();
  let mark = 'planner_';
  while ([...names].some((name) => name.startsWith(mark))) mark = `p${mark}`;
  return {
    idFor: (id) => {
      const known = ids.get(id) ?? highest + ids.size + 1;
      ids.set(id, known);
      return known;
    },
    // Word allows a name forty characters.
    nameFor: (name) => `${mark}${name}`.slice(0, 40),
  };
}
