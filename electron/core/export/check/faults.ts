/** What no document may leave the building with. A finding is a fault of the writer, never of what somebody wrote. */
export type FaultName =
  | 'title-missing'
  | 'language-missing'
  | 'cell-empty'
  | 'cells-merged'
  | 'header-row-missing'
  | 'heading-empty'
  | 'heading-skipped'
  | 'link-empty'
  | 'picture-undescribed'
  | 'contrast-low'
  | 'formula-in-text'
  | 'link-broken'
  | 'xml-broken'
  | 'element-foreign'
  | 'rows-uneven'
  | 'cells-unlocked'
  | 'personal-data';

export interface Fault {
  readonly name: FaultName;
  /** Where in the file, without any of its words: *table 3*, *sheet4.xml B7*, *line 12*. */
  readonly place: string;
}

/** Thrown instead of a file: the export then says by name what is wrong with it, and nothing is written. */
export class FaultyDocument extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ name, place }) => `${name} (${place})`).join(', '));
    this.name = 'FaultyDocument';
    this.faults = faults;
  }
}

export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new FaultyDocument(faults.slice(0, faultsNamed));
}

/** One fault of the writer repeats in every row; the first few say it. */
const faultsNamed = 5;

/** Text of a normal size is read at this contrast (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** Whether text of this colour can be read on that one; both as hexadecimal RGB. */
export const isReadable = (ink: string, fill: string): boolean => contrastOf(ink, fill) >= leastContrast;

function contrastOf(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminanceOf(first), luminanceOf(second)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(rgb: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(rgb.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether a reader sees anything of a text: spaces, marks of direction and joiners alone leave a cell empty. */
export const isVisible = (text: string): boolean => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text);

/** Whether the properties of a package name this and say something. */
export const saysIn = (xml: string, element: string): boolean =>
  isVisible(new RegExp(`<${element}>([^<]*)</${element}>`, 'u').exec(xml)?.[1] ?? '');
