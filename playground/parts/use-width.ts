import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of a part of the page in pixels, as it is now, from before it is first painted; 0 while it is not shown. */
export function useWidth<Part extends HTMLElement>(): [RefObject<Part | null>, number] {
  const part = useRef<Part>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!part.current) return;
    setWidth(part.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(part.current);
    return () => observer.disconnect();
  }, []);
  return [part, width];
}
