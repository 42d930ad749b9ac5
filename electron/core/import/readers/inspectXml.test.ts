import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importLimits } from '#shared/limits.ts';
import { refuseXml } from './inspectXml.ts';

const nested = (depth: number): string => '<a b=">">'.repeat(depth) + '</a>'.repeat(depth);

describe('looking through XML before it is read', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE x> ]] > ]]></a>',
    `<a title="a > b" other='<'>text</a>`,
    nested(importLimits.xmlDepth),
    '<a/>'.repeat(10_000),
    `<a x="/>"/>`.repeat(importLimits.xmlDepth + 10),
    '<a',
    '<!-- without an end',
    '',
  ])('lets %.40s pass', (xml) => {
    expect(refuseXml(strToU8(xml))).toBeUndefined();
  });

  it('refuses what declares a document type, wherever it stands', () => {
    expect(refuseXml(strToU8('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a/>'))).toBe('document-type');
    expect(refuseXml(strToU8(`<!--${'x'.repeat(100_000)}--><!doctype a><a/>`))).toBe('document-type');
    expect(refuseXml(strToU8('<a><!ENTITY b "c"></a>'))).toBe('document-type');
  });

  it('refuses what is nested more deeply than any document', () => {
    expect(refuseXml(strToU8(nested(importLimits.xmlDepth + 1)))).toBe('depth');
  });
});
