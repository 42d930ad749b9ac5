import type { HouseStyleNote } from '#shared/model/houseStyle.ts';
import { type FormPackage, relationsOfPart } from '../officialForm/formPackage.ts';
import { allBelow } from '../officialForm/xmlTree.ts';

/** What of a file could reach out or act by itself. None of it is taken over, and a person is told that it was there. */
export function leftBehind(file: FormPackage): readonly HouseStyleNote[] {
  const relations = [...file.parts.keys()]
    .filter((name) => /\.rels$/iu.test(name))
    .flatMap((name) => relationsOfPart(file.parts, name.replace(/_rels\/([^/]+)\.rels$/iu, '$1')));
  const some = (pattern: RegExp, external?: true): boolean =>
    relations.some((each) => pattern.test(each.kind) && (external === undefined || each.external));
  const found: readonly (readonly [boolean, string, string])[] = [
    [some(/^attachedTemplate$/iu), 'Template elsewhere', 'the link to the template that the file was made from'],
    [
      some(/^(?:image|video|audio|media)$/iu, true),
      'Pictures elsewhere',
      'pictures that would be fetched from a network',
    ],
    [some(/^(?:control|activeXControlBinary)$/iu), 'Controls', 'ActiveX controls'],
    [some(/^(?:oleObject|package)$/iu), 'Embedded objects', 'objects of other programs'],
    [
      some(/^aFChunk$/iu) || allBelow(file.document.root, 'w:altChunk').length > 0,
      'Inserted files',
      'files inside the file',
    ],
    [some(/^(?:frame|subDocument)$/iu, true), 'Documents elsewhere', 'links to other documents'],
    [
      some(/^font$/iu),
      'Embedded fonts',
      'fonts inside the file; the document names them, and Word needs them installed',
    ],
  ];
  return found.flatMap(([there, what, said]) => (there ? [{ what, outcome: 'left' as const, said }] : []));
}
