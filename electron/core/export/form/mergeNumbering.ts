import { allBelow, attributeIn, childOf, editXml, sourceOf, type XmlTree } from '../../officialForm/xmlTree.ts';

export interface MergedNumbering {
  /** The form's number for a list of our writer, which joins the form's lists when it is first asked for. */
  readonly idFor: (id: number) => number;
  /** The form's lists with those that joined; undefined where none did. */
  readonly merged: () => string | undefined;
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function mergeNumbering(form: XmlTree | null, ours: XmlTree): MergedNumbering {
  const highest = (name: 'w:num' | 'w:abstractNum', attribute: string): number =>
    form === null
      ? 0
      : Math.max(0, ...allBelow(form.root, name).map((node) => Number(attributeIn(form, node, attribute)) || 0));
  const firstNumber = highest('w:num', 'w:numId') + 1;
  const firstAbstract = highest('w:abstractNum', 'w:abstractNumId') + 1;
  const known = new Map<number, number>();
  const abstracts: string[] = [];
  const numbers: string[] = [];

  const idFor = (id: number): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const next = firstNumber + known.size;
    const abstract = firstAbstract + known.size;
    known.set(id, next);
    const number = allBelow(ours.root, 'w:num').find((node) => attributeIn(ours, node, 'w:numId') === String(id));
    const pointer = number === undefined ? undefined : childOf(number, 'w:abstractNumId');
    const of = pointer === undefined ? undefined : attributeIn(ours, pointer, 'w:val');
    const definition = allBelow(ours.root, 'w:abstractNum').find(
      (node) => attributeIn(ours, node, 'w:abstractNumId') === of,
    );
    if (number === undefined || definition === undefined) throw new Error('A list has no definition');
    abstracts.push(
      sourceOf(ours, definition)
        .replace(/<w:abstractNum\b[^>]*>/u, `<w:abstractNum w:abstractNumId="${abstract}">`)
        // Each list has a definition of its own, so that Word never takes two of them for one.
        .replace(/<w:nsid\b[^>]*\/>/u, ''),
    );
    numbers.push(
      sourceOf(ours, number)
        .replace(/<w:num\b[^>]*>/u, `<w:num w:numId="${next}">`)
        .replace(/<w:abstractNumId\b[^>]*\/>/u, `<w:abstractNumId w:val="${abstract}"/>`),
    );
    return next;
  };

  return {
    idFor,
    merged: () => {
      if (numbers.length === 0) return undefined;
      if (form === null) {
        return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${wordNamespace}">${abstracts.join('')}${numbers.join('')}</w:numbering>`;
      }
      const { root } = form;
      const edits = editXml(form);
      if (root.innerStart === root.end) {
        edits.replace(root.end - 2, root.end, `>${abstracts.join('')}${numbers.join('')}</${root.name}>`);
        return edits.apply();
      }
      // Definitions come before the lists that use them, and both before what Word cleans up with.
      const firstList = root.children.find(({ name }) => name === 'w:num');
      const cleanup = root.children.find(({ name }) => name === 'w:numIdMacAtCleanup');
      const end = cleanup?.start ?? root.innerEnd;
      edits.insert(firstList?.start ?? end, abstracts.join(''));
      edits.insert(end, numbers.join(''));
      return edits.apply();
    },
  };
}
