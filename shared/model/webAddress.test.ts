import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressDoubt, addressRefusal } from './webAddress.ts';

describe('the address of an item of evidence', () => {
  it.each([
    '',
    '  ',
    'https://www.eastmere.ac.uk/technicians',
    'http://eastmere.ac.uk',
    'mailto:technicians@eastmere.ac.uk',
  ])('may be “%s”', (url) => {
    expect(addressRefusal(url)).toBeNull();
    expect(addressDoubt(url)).toBeNull();
  });
  it.each([
    ['javascript:alert(1)', 'begins with'],
    ['data:text/html,x', 'begins with'],
    ['eastmere.ac.uk/technicians', 'https:// in front'],
    ['www.eastmere.ac.uk', 'https:// in front'],
    ['https://a b.ac.uk', 'no spaces'],
    ['file:///C:/secret.txt', 'Attach the file'],
    ['C:\\Plans\\survey.pdf', 'Attach the file'],
    ['\\\\server\\share\\survey.pdf', 'Attach the file'],
  ])('may not be “%s”, and the reason says what to do', (url, reason) => {
    expect(addressRefusal(url)).toContain(reason);
    // What is refused is not doubted as well.
    expect(addressDoubt(url)).toBeNull();
  });
});

describe('an address that can be kept', () => {
  it.each([
    ['https://https://eastmere.ac.uk', 'begins twice'],
    ['https://sam:secret@eastmere.ac.uk', 'in front of the @'],
    ['http://localhost:3000/page', 'one computer or network'],
    ['https://192.168.0.4/minutes', 'one computer or network'],
    ['https://staff.intranet/minutes', 'one computer or network'],
    ['https://example.org/page', 'for examples'],
    ['https://portal/minutes', 'no dot'],
    ['https://www..eastmere.ac.uk', 'not look whole'],
    ['https://eastmere.ac.uk/news.', 'punctuation'],
    ['https://eastmere.ac.uk/news)', 'punctuation'],
    ['https://eastmere.ac.uk/a…b', 'left out'],
    ['mailto:technicians', 'no whole e-mail address'],
  ])('is doubted where its form is odd: “%s”', (url, reason) => {
    expect(addressRefusal(url)).toBeNull();
    expect(addressDoubt(url)).toContain(reason);
  });
  it.each([
    'https://eastmere.ac.uk/wiki/Glass_(craft)',
    'https://eastmere.ac.uk/search?q=a.b',
    'https://10times.ac.uk/page',
    'https://doi.org/10.1000/182',
    'http://sub.domain.eastmere.ac.uk:8080/a#b',
  ])('is not doubted where it is only unusual: “%s”', (url) => {
    expect(addressDoubt(url)).toBeNull();
  });
});

it('has an answer for every text, and doubts nothing that it refuses', () => {
  const text = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.emailAddress().map((to) => `mailto:${to}`),
  );
  fc.assert(
    fc.property(text, (url) => {
      if (addressRefusal(url) !== null) expect(addressDoubt(url)).toBeNull();
      else expect(['string', 'object']).toContain(typeof addressDoubt(url));
    }),
  );
});
