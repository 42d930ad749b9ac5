import { type RefObject, useLayoutEffect, useState } from 'react';

/** The inner size of an element in pixels, followed as it changes; 0 until it is known. */
export function useSpace(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [space, setSpace] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const read = () =>
      setSpace((last) => {
        const next = { width: box.clientWidth, height: box.clientHeight };
        return last.width === next.width && last.height === next.height ? last : next;
      });
    read();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return space;
}
