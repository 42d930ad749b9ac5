import { describe, expect, it } from 'vitest';
import { acronymsExplainedIn, acronymsIn } from './acronyms.ts';

describe('an acronym', () => {
  it.each([
    ['The return to HESA is due', ['HESA']],
    ['Two NVQs and the HND’s second year', ['NVQ', 'HND']],
    ['H&S and HEaTED, NTDC; NTDC again', ['H&S', 'NTDC']],
    ['COSHH-trained staff (LOLER, PUWER)', ['COSHH', 'LOLER', 'PUWER']],
    ['ISO9001 and B2B', ['ISO9001', 'B2B'].filter((word) => word.length <= 6)],
    ['Ŵyn CCAUC', ['CCAUC']],
  ])('is found in “%s”', (text, expected) => expect(acronymsIn(text)).toEqual(expected));

  it.each([
    'HR, IT and EDI in the UK; FTE, RAG, REF, TEF, STEM and the TALENT Commission',
    'Grade IV, part III, phase XII',
    'Room A4, Q3, Y1, V2 and 3D printing',
    'Write to HESA@EASTMERE.EXAMPLE or https://eastmere.example/HESA',
    'PLEASE NOTE: DO NOT PRINT THIS',
    'Dr O’NEILL spoke',
    'PhD, MSc and BEng',
  ])('is none that a reader would ask about in “%s”', (text) => expect(acronymsIn(text)).toEqual([]));

  it.each([
    ['the Higher Education Statistics Agency (HESA)', 'HESA'],
    ['the Higher Education Statistics Agency (“HESA”)', 'HESA'],
    ['a National Vocational Qualification (NVQ; level 3)', 'NVQ'],
    ['several National Vocational Qualifications (NVQs)', 'NVQ'],
    ['HESA (the Higher Education Statistics Agency)', 'HESA'],
    ['the Health and Safety office [H&S]', 'H&S'],
    ['NTDC stands for the centre in Sheffield', 'NTDC'],
    ['Abbreviations\nNTDC: National Technician Development Centre', 'NTDC'],
  ])('is explained by “%s”', (text, word) => expect([...acronymsExplainedIn(text)]).toEqual([word]));

  it.each(['as others do (HESA)', 'HESA (see below)', 'HESA (2024)', 'Returns (HESA, NTDC)', 'HESA'])(
    'is not explained by “%s”',
    (text) => expect([...acronymsExplainedIn(text)]).toEqual([]),
  );

  it('takes no longer than its text is long, whatever that is', () => {
    for (const piece of ['(', 'AB', '(AB', 'AB(', 'A&', ' AB', 'A, ', '\n', '@', 'www.']) {
      const text = piece.repeat(50_000);
      expect([...acronymsExplainedIn(text)]).toEqual([]);
      expect(acronymsIn(text).every((word) => text.includes(word))).toBe(true);
    }
  });
});
