/** Wakes a waiting loop. A wake that comes while nothing waits counts for the next wait. */
export interface Signal {
  wake(): void;
  /** Waits until it is woken, the time has passed, or the end has come. @returns whether it was woken */
  wait(milliseconds: number, ending: AbortSignal): Promise<boolean>;
}

export function createSignal(): Signal {
  let isDue = false;
  let awake: (() => void) | undefined;
  return {
    wake() {
      if (awake) awake();
      else isDue = true;
    },
    wait(milliseconds, ending) {
      if (isDue || ending.aborted) {
        const woken = isDue;
        isDue = false;
        return Promise.resolve(woken);
      }
      return new Promise((resolve) => {
        const done = (woken: boolean) => () => {
          awake = undefined;
          clearTimeout(timer);
          ending.removeEventListener('abort', ended);
          resolve(woken);
        };
        const ended = done(false);
        const timer = setTimeout(ended, milliseconds);
        ending.addEventListener('abort', ended);
        awake = done(true);
      });
    },
  };
}
