import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import styles from './Pages.module.css';
import { PageTurner } from './PageTurner.tsx';
import { PageView } from './PageView.tsx';
import { pagesAtOnce, showPage } from './showPage.ts';
import type { LaidOutPages } from './usePages.ts';

/** Pages are made a few at a time, so that the first can be read while the others come. */
const few = 8;
const pixelsPerPoint = 4 / 3;

/** The pages under each other, each as wide as there is room and never wider than its paper. */
export function Pages({ laidOut }: { readonly laidOut: LaidOutPages }) {
  const { document, pages } = laidOut;
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [made, setMade] = useState(few);
  const [wanted, setWanted] = useState(pagesAtOnce);
  const [follow, setFollow] = useState<string | null>(null);
  const most = Math.min(pages.length, wanted);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    setRoom(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (made >= most) return;
    const timer = setTimeout(() => startTransition(() => setMade((count) => Math.min(most, count + few))));
    return () => clearTimeout(timer);
  }, [made, most]);
  // A place further on than what is there yet is gone to once its page has been made.
  useEffect(() => {
    if (follow === null) return;
    const target = place.current?.querySelector<HTMLElement>(`[data-bookmarks~="${CSS.escape(follow)}"]`);
    if (!target) {
      if (made >= most && most < pages.length) setWanted(pages.length);
      else if (made >= most) setFollow(null);
      return;
    }
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
    setFollow(null);
  }, [follow, made, most, pages.length]);

  const scaleOf = (width: number): number =>
    room === 0 ? 1 : Math.min(1, (room - 2 * edge) / (width * pixelsPerPoint));
  return (
    <>
      <PageTurner
        total={pages.length}
        onGo={(number) => {
          if (number > most) setWanted(pages.length);
          setMade((count) => Math.max(count, number));
          showPage(() => place.current, number);
        }}
      />
      <div ref={place} className={styles.pages}>
        {pages.slice(0, Math.min(made, most)).map((page, index) => {
          const section = document.sections[page.section];
          return section === undefined ? null : (
            <PageView
              // biome-ignore lint/suspicious/noArrayIndexKey: a page has no name but its number
              key={index}
              {...{ document, section, page }}
              scale={scaleOf(section.width)}
              number={index + 1}
              total={pages.length}
              onFollow={setFollow}
            />
          );
        })}
      </div>
      {most < pages.length ? (
        <Button onPress={() => setWanted(wanted + pagesAtOnce)}>
          Show the next {Math.min(pagesAtOnce, pages.length - most)} pages
        </Button>
      ) : null}
    </>
  );
}

/** Left and right of the paper, in pixels. */
const edge = 16;
