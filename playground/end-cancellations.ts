/** The name of the error with which the editor's library rejects what it has cancelled itself, such as a hover of an editor that is gone. */
const cancelled = 'Canceled';

/** Ends such rejections where nobody waits for them: they are no fault of the page, and a console of faults is for faults. */
export function endCancellations(page: Pick<EventTarget, 'addEventListener'>): void {
  page.addEventListener('unhandledrejection', (event) => {
    const { reason } = event as Event & { reason: unknown };
    if (reason instanceof Error && reason.name === cancelled) event.preventDefault();
  });
}
