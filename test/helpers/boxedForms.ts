import { longPrompts, wordings } from './officialForms.ts';
import { paragraph, run, wordFile } from './wordFile.ts';

const drawing = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const shapes = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const markup = 'xmlns:v="urn:schemas-microsoft-com:vml"';

interface BoxSketch {
  /** In points. */
  readonly width?: number;
  readonly height?: number;
  readonly grows?: boolean;
  /** Only the older markup, as older programs write it. */
  readonly isOld?: boolean;
}

let boxes = 0;

/** A run with a drawn text box as Word writes it: the drawing, and the same again in the older markup. */
export function textBox(content: string, { width = 420, height = 160, grows = false, isOld = false }: BoxSketch = {}) {
  boxes += 1;
  const held = `<w:txbxContent>${content}</w:txbxContent>`;
  const old = `<w:pict ${markup}><v:rect id="Box${boxes}" style="width:${width}pt;height:${height}pt"><v:textbox${grows ? ' style="mso-fit-shape-to-text:t"' : ''}>${held}</v:textbox></v:rect></w:pict>`;
  if (isOld) return `<w:r>${old}</w:r>`;
  const [cx, cy] = [width * 12_700, height * 12_700];
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${held}</wps:txbx><wps:bodyPr>${grows ? '<a:spAutoFit/>' : '<a:noAutofit/>'}</wps:bodyPr></wps:wsp>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline ${drawing} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${boxes}" name="Box ${boxes}"/><a:graphic ${shapes}><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
}

const blank = paragraph('');
const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

export const formOf = (body: string): Uint8Array => wordFile(`${body}${page}`, { styles });

/** Prompts and places in drawn boxes of every kind: labels, room under a prompt, boxes that are all room, old and grown. */
export const boxesForm = (): Uint8Array => {
  const [structures, governance, review, impact, talent, plan, publication] = longPrompts;
  return formOf(
    [
      paragraph('Self-assessment form of the Northern Board', '<w:outlineLvl w:val="0"/>'),
      `<w:p>${textBox(paragraph(`${wordings.organisation}:`) + paragraph(`${wordings.email}: ____________`))}</w:p>`,
      `<w:p>${textBox(paragraph(run(structures, '<w:b/>')) + blank + blank, { height: 400 })}</w:p>`,
      paragraph(run(governance, '<w:b/>')),
      `<w:p>${textBox(blank, { height: 60 })}</w:p>`,
      paragraph(run(review, '<w:b/>')),
      `<w:p>${textBox(blank, { isOld: true, grows: true })}</w:p>`,
      paragraph(run(impact, '<w:b/>')),
      `<w:p>${textBox(blank + blank, { grows: true })}</w:p>`,
      `<w:p>${textBox(paragraph(run(talent, '<w:b/>')), { height: 50 })}</w:p>`,
      paragraph(run(plan, '<w:b/>')),
      blank,
      blank,
      paragraph(run(publication, '<w:b/>')),
      blank,
    ].join(''),
  );
};
