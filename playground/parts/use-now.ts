import { useEffect, useState } from 'react';

const minute = 60_000;

/** The present moment, in milliseconds, which moves on by the minute while something that hangs on it is shown. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(tick);
  }, []);
  return now;
}
