import { useEffect } from 'react';
import { foundIn } from '#shared/model/searchWords.ts';
import { markWords, useMarks } from '../stores/marks.ts';
import { roomOf, useRoute } from '../stores/route.ts';

/** Text nodes looked through at a time: more than any screen has, and a bound all the same. */
const mostNodes = 20_000;
const name = 'found';

/**
 * Marks the words of a search on the screen. The browser draws the marks over the text (CSS custom highlights), so
 * nothing that is written or shown is touched by them, and rows that come into view are marked as they come.
 */
export function MarkedWords() {
  const words = useMarks((state) => state.words);
  const room = useRoute((state) => roomOf(state.path));
  useEffect(() => {
    // The search that led here has marked its words before the screen came: they stay.
    if (useMarks.getState().room !== room) markWords([]);
  }, [room]);
  useEffect(() => {
    if (words.length === 0 || typeof Highlight === 'undefined') return;
    let frame = 0;
    const draw = () => CSS.highlights.set(name, new Highlight(...rangesOf(words)));
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') markWords([]);
    };
    const observer = new MutationObserver(later);
    for (const each of placesOf()) observer.observe(each, { childList: true, subtree: true, characterData: true });
    window.addEventListener('keydown', onKey);
    draw();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', onKey);
      CSS.highlights.delete(name);
    };
  }, [words]);
  return null;
}

const placesOf = (): readonly Element[] => [...document.querySelectorAll('main, aside')];

function rangesOf(words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const place of placesOf()) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let count = 0; count < mostNodes && walker.nextNode(); count += 1) {
      const node = walker.currentNode;
      for (const [from, to] of foundIn(node.nodeValue ?? '', words)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
