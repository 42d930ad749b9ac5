import {
  allBelow,
  attributeIn,
  childOf,
  editXml,
  escapeXml,
  sourceOf,
  type XmlNode,
  type XmlTree,
} from '../../officialForm/xmlTree.ts';

export interface MergedStyles {
  /** The form's id for a style of our writer, which joins the form's styles where these have none to take its place. */
  readonly idFor: (id: string) => string | undefined;
  /** The form's styles with those that joined; undefined where none did. */
  readonly merged: () => string | undefined;
}

/** Columns were measured in these letters; in the form's own, which may be wider, words would break. */
const tableLetters = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>';
const inTables: ReadonlySet<string> = new Set(['TableText', 'TableHeading']);

/** Styles that every form has under names of its own: whatever its headings and links look like, ours look so too. */
const takenFromForm: ReadonlySet<string> = new Set(['Normal', 'Heading1', 'Heading2', 'Heading3', 'Hyperlink']);
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function mergeStyles(form: XmlTree | null, ours: XmlTree): MergedStyles {
  const ourStyles = new Map(
    allBelow(ours.root, 'w:style').map((style) => [attributeIn(ours, style, 'w:styleId') ?? '', style]),
  );
  const theirs = form === null ? [] : allBelow(form.root, 'w:style');
  const idByName = new Map<string, string>();
  const ids = new Set<string>();
  let defaultParagraph: string | undefined;
  for (const style of theirs) {
    if (form === null) break;
    const id = attributeIn(form, style, 'w:styleId') ?? '';
    const type = attributeIn(form, style, 'w:type') ?? 'paragraph';
    ids.add(id);
    idByName.set(`${type} ${nameOf(form, style).toLowerCase()}`, id);
    const isDefault = /^(?:1|true|on)$/u.test(attributeIn(form, style, 'w:default') ?? '');
    if (isDefault && type === 'paragraph') defaultParagraph ??= id;
  }
  const known = new Map<string, string | undefined>();
  const joined: string[] = [];

  const idFor = (id: string): string | undefined => {
    if (known.has(id)) return known.get(id);
    const style = ourStyles.get(id);
    if (style === undefined) return undefined;
    const type = attributeIn(ours, style, 'w:type') ?? 'paragraph';
    const name = nameOf(ours, style);
    const theirId = id === 'Normal' ? defaultParagraph : idByName.get(`${type} ${name.toLowerCase()}`);
    if (takenFromForm.has(id) && (theirId !== undefined || id === 'Normal')) {
      known.set(id, theirId);
      return theirId;
    }
    const next = free(takenFromForm.has(id) ? id : `Planner${id}`, (each) => ids.has(each), '');
    const nextName = free(
      takenFromForm.has(id) ? name : `Planner ${name}`,
      (each) => idByName.has(`${type} ${each.toLowerCase()}`),
      ' ',
    );
    ids.add(next);
    idByName.set(`${type} ${nextName.toLowerCase()}`, next);
    known.set(id, next);
    const named = renamed(ours, style, next, nextName, idFor);
    joined.push(inTables.has(id) ? named.replace('<w:rPr>', `<w:rPr>${tableLetters}`) : named);
    return next;
  };

  return {
    idFor,
    merged: () => {
      if (joined.length === 0) return undefined;
      if (form === null) {
        return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${wordNamespace}">${joined.join('')}</w:styles>`;
      }
      const edits = editXml(form);
      const { root } = form;
      if (root.innerStart === root.end) edits.replace(root.end - 2, root.end, `>${joined.join('')}</${root.name}>`);
      else edits.insert(root.innerEnd, joined.join(''));
      return edits.apply();
    },
  };
}

function nameOf(tree: XmlTree, style: XmlNode): string {
  const name = childOf(style, 'w:name');
  return (name === undefined ? undefined : attributeIn(tree, name, 'w:val')) ?? '';
}

function free(wanted: string, isTaken: (name: string) => boolean, gap: string): string {
  let number = 1;
  let name = wanted;
  while (isTaken(name)) {
    number += 1;
    name = `${wanted}${gap}${number}`;
  }
  return name;
}

function renamed(
  ours: XmlTree,
  style: XmlNode,
  id: string,
  name: string,
  idFor: (id: string) => string | undefined,
): string {
  return sourceOf(ours, style)
    .replace(/\bw:styleId="[^"]*"/u, `w:styleId="${escapeXml(id)}"`)
    .replace(/\sw:default="[^"]*"/u, '')
    .replace(/<w:name w:val="[^"]*"\/>/u, `<w:name w:val="${escapeXml(name)}"/>`)
    .replaceAll(/<w:link w:val="[^"]*"\/>|<w:next w:val="[^"]*"\/>/gu, '')
    .replace(/<w:basedOn w:val="([^"]*)"\/>/u, (_, base: string) => {
      const named = idFor(base);
      return named === undefined ? '' : `<w:basedOn w:val="${escapeXml(named)}"/>`;
    });
}
