import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of a part of the page in pixels, as it is now; 0 while it is not shown. */
export function useWidth<Part extends HTMLElement>(): [RefObject<Part | null>, number] {
  const part = useRef<Part>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!part.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(part.current);
    return () => observer.disconnect();
  }, []);
  return [part, width];
}
