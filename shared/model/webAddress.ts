import { isAllowedHref } from './richText.ts';

/**
 * Why an address cannot be kept, or null. Any other scheme could run something, or point into the reader's own machine,
 * once it stands in a document. A blank address is none.
 */
export function addressRefusal(url: string): string | null {
  const written = url.trim();
  if (written === '' || isAllowedHref(written)) return null;
  if (/\s/u.test(written)) return 'An address has no spaces in it. Write %20 for a space, or one address only.';
  if (/^(?:[a-z]:|\\\\|file:)/iu.test(written))
    return 'This leads to a file on a computer, which no reader can open. Attach the file instead.';
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]|$)/u.test(written)) return 'Write https:// in front of the address.';
  return 'An address begins with https, http or mailto.';
}

const documentHosts = /(?:^|\.)example\.(?:com|org|net)$/u;
const privateHosts =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[(?:::1|f[cd]|fe80))|\.(?:local|internal|intranet|lan|corp)$/u;

/**
 * What is odd in the form of an address that can be kept, as one plain sentence, or null. Nothing is looked up: whether
 * a page is still there, the person finds out by opening it.
 */
export function addressDoubt(url: string): string | null {
  const written = url.trim();
  if (written === '' || addressRefusal(written) !== null) return null;
  const { protocol, hostname, username, pathname } = new URL(written);
  if (protocol === 'mailto:')
    return /^[^@]+@[^@]+\.[^@.]+$/u.test(decoded(pathname)) ? null : 'This is no whole e-mail address.';
  if (/^https?:\/\/https?(?::|\/\/)/iu.test(written)) return 'The address begins twice with https or http.';
  if (username !== '') return 'There is a name, or a password, in front of the @ of the address. Readers would see it.';
  if (privateHosts.test(hostname)) return 'This leads to one computer or network, which readers outside cannot reach.';
  if (documentHosts.test(hostname)) return 'This is an address for examples, which leads nowhere.';
  if (!hostname.includes('.')) return 'The name of the site has no dot in it, so it is reached only from inside.';
  if (/\.\.|^\.|\.$|(?:^|\.)-|-(?:\.|$)|_/u.test(hostname) || /\.\d+[a-z]|\.[a-z]$/u.test(hostname))
    return 'The name of the site does not look whole.';
  if (/[.,;:!'"”’)\]>]$/u.test(written) && !balanced(written))
    return 'The address ends in a punctuation mark, which may have come with it from a sentence.';
  if (/…|\.\.\.|%E2%80%A6/iu.test(written)) return 'A part of the address was left out, as “…”.';
  return null;
}

/** A bracket at the end belongs to the address where it was opened inside it. */
const balanced = (text: string): boolean => text.endsWith(')') && count(text, '(') === count(text, ')');
const count = (text: string, sought: string): number => text.split(sought).length - 1;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not well-formed percent encoding: judged as it stands.
    return text;
  }
}
