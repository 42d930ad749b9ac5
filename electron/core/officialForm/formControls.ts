import { allBelow, attributeIn, below, childOf, ownText, type XmlNode, type XmlTree } from './xmlTree.ts';

type Change = { readonly start: number; readonly end: number; readonly by: string };

/** What controls show until somebody writes in them; some programs keep the words and lose the mark that says so. */
const asksForEntry =
  /^[[(<]?(?:please )?(?:click|tap|choose|select|enter|type|insert|write)\b[^.?!]{0,60}\b(?:here|text|item|date|answer|response)\b[^.?!]{0,30}[.…\])>]*$/iu;

/** Nothing but words that ask for an entry, or not even these. */
export function awaitsEntry(tree: XmlTree, content: XmlNode): boolean {
  const text = allBelow(content, 'w:t')
    .map((node) => ownText(tree, node))
    .join('')
    .trim();
  return text === '' || asksForEntry.test(text);
}

/** A control inside a paragraph that shows the words that ask for an entry, or nothing at all. */
export function isWaitingControl(tree: XmlTree, control: XmlNode): boolean {
  const properties = childOf(control, 'w:sdtPr');
  if (['w:picture', 'w:docPartObj', 'w:group'].some((name) => childOf(properties, name) !== undefined)) return false;
  const showing = childOf(properties, 'w:showingPlcHdr');
  if (showing !== undefined && !/^(?:0|false|off)$/u.test(attributeIn(tree, showing, 'w:val') ?? '')) return true;
  const content = childOf(control, 'w:sdtContent');
  return (
    content !== undefined &&
    awaitsEntry(tree, content) &&
    !['w:drawing', 'w:pict', 'w:sym', 'w:fldChar'].some((name) => allBelow(content, name).length > 0)
  );
}

/** How a control that is a box to tick is ticked; null for any other control. */
export function tickOfControl(tree: XmlTree, control: XmlNode): readonly Change[] | null {
  const properties = childOf(control, 'w:sdtPr');
  const box = properties?.children.find((child) => /:checkbox$/u.test(child.name));
  if (box === undefined) return null;
  const prefix = box.name.replace(/checkbox$/u, '');
  const checked = childOf(box, `${prefix}checked`);
  const state = childOf(box, `${prefix}checkedState`);
  const letter = Number.parseInt((state && attributeIn(tree, state, `${prefix}val`)) ?? '2612', 16);
  const mark = `<${prefix}checked ${prefix}val="1"/>`;
  const changes: Change[] = [
    checked === undefined
      ? box.innerStart === box.end
        ? { start: box.start, end: box.end, by: `<${box.name}>${mark}</${box.name}>` }
        : { start: box.innerStart, end: box.innerStart, by: mark }
      : { start: checked.start, end: checked.end, by: mark },
  ];
  const content = childOf(control, 'w:sdtContent');
  const [shown] = content === undefined ? [] : allBelow(content, 'w:t');
  if (shown !== undefined) {
    changes.push({ start: shown.innerStart, end: shown.innerEnd, by: `&#x${letter.toString(16)};` });
  }
  return changes;
}

/** What has to go from the properties of a control once it is filled: else Word would show its words or its source again. */
export function settledControl(control: XmlNode): readonly XmlNode[] {
  const properties = childOf(control, 'w:sdtPr');
  return (properties?.children ?? []).filter(({ name }) => /^(?:w:showingPlcHdr|w15?:dataBinding)$/u.test(name));
}

/** Whether a control takes plain text only: no paragraphs, no links. */
export const takesPlainText = (control: XmlNode): boolean =>
  ['w:text', 'w:date', 'w:dropDownList', 'w:comboBox'].some((name) => below(control, 'w:sdtPr', name) !== undefined);
