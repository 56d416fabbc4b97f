/**
 * A signal that aborts once some milliseconds have passed, and keeps no process alive. Unlike that of AbortSignal.timeout, it does so
 * as a part of AbortSignal.any too, which lets that one be collected as garbage, and then nothing aborts (nodejs/node#57736).
 */
export function timeoutSignal(milliseconds: number): AbortSignal {
  const timeout = new AbortController();
  // The timer holds what it aborts.
  setTimeout(
    () => timeout.abort(new DOMException(`${milliseconds} ms have passed.`, 'TimeoutError')),
    milliseconds,
  ).unref();
  return timeout.signal;
}
