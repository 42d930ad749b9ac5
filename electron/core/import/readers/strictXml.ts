import { SaxesParser, type SaxesTagNS } from 'saxes';
import { importLimits } from '#shared/limits.ts';

export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By local name, whatever the prefix: Word's own attributes all have one. */
  readonly attribute: (name: string) => string | undefined;
};

export type XmlHandlers = {
  readonly onOpen: (element: XmlElement) => void;
  readonly onText?: (text: string) => void;
  readonly onClose: (element: XmlElement) => void;
};

/** Well-formed XML without a document type, or an error: nothing is repaired, since a repair is a guess at contents. */
export function parseStrictXml(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  parser.on('doctype', () => {
    throw new Error('The XML declares a document type.');
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length >= importLimits.xmlDepth) throw new Error('The XML is nested too deeply.');
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attribute: (name) => {
        for (const attribute of Object.values(tag.attributes)) if (attribute.local === name) return attribute.value;
        return undefined;
      },
    };
    open.push(element);
    handlers.onOpen(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) handlers.onClose(element);
  });
  parser.on('text', (text) => handlers.onText?.(text));
  parser.on('cdata', (text) => handlers.onText?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
}
