import { resolveColour } from './colours.ts';
import { type Attributes, attributeOf } from './scanXml.ts';
import type { StyleParts } from './styleParts.ts';

/** Takes the styles at the top of the file. A style has a parent, whose look it changes. */
export type ExcelXmlStyles = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onClose: (name: string) => void;
  readonly styleOf: (id: string | undefined) => StyleParts;
};

type Style = { -readonly [part in keyof StyleParts]?: StyleParts[part] | undefined };

/** Formats that have a name here, and a code elsewhere. */
const namedFormats: Readonly<Record<string, string>> = {
  General: '',
  'General Number': '',
  'General Date': 'dd/mm/yyyy hh:mm',
  'Long Date': 'd mmmm yyyy',
  'Medium Date': 'dd-mmm-yy',
  'Short Date': 'dd/mm/yyyy',
  'Long Time': 'hh:mm:ss',
  'Medium Time': 'hh:mm AM/PM',
  'Short Time': 'hh:mm',
  Currency: '"£"#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
};

export function collectExcelXmlStyles(): ExcelXmlStyles {
  const styles = new Map<string, StyleParts>();
  let id: string | undefined;
  let style: Style = {};
  return {
    onOpen: (name, attributes) => {
      switch (name) {
        case 'Style':
          id = attributeOf(attributes, 'ID');
          // The style of all cells that have none says nothing of those that have one.
          style = { ...styles.get(attributeOf(attributes, 'Parent') ?? '') };
          return;
        case 'Interior': {
          const pattern = attributeOf(attributes, 'Pattern');
          if (pattern === 'None') style.fill = undefined;
          else if (pattern !== undefined) style.fill = resolveColour({ rgb: attributeOf(attributes, 'Color') });
          return;
        }
        case 'Font': {
          const colour = attributeOf(attributes, 'Color');
          if (colour !== undefined) style.fontColour = resolveColour({ rgb: colour });
          if (attributeOf(attributes, 'StrikeThrough') === '1') style.strike = true;
          return;
        }
        case 'NumberFormat': {
          const format = attributeOf(attributes, 'Format') ?? '';
          style.numberFormat = (namedFormats[format] ?? format) || undefined;
        }
      }
    },
    onClose: (name) => {
      if (name !== 'Style' || id === undefined) return;
      const { fill, fontColour, strike, numberFormat } = style;
      const isDefault = id === 'Default';
      styles.set(id, {
        ...(numberFormat === undefined ? {} : { numberFormat }),
        ...(fill === undefined ? {} : { fill }),
        ...(fontColour === undefined || isDefault ? {} : { fontColour }),
        ...(strike === undefined ? {} : { strike }),
      });
      id = undefined;
    },
    styleOf: (name) => (name === undefined ? undefined : styles.get(name)) ?? {},
  };
}
