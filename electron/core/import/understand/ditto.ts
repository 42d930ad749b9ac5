const mark = /^(?:-\s*)?(?:["″〃“”]|''|ditto|d[o°]\.|(?:same )?as above)(?:\s*-)?$/i;

/** A mark that stands for what the cell above says. */
export const isDitto = (text: string): boolean => text.length <= 15 && mark.test(text.trim());
