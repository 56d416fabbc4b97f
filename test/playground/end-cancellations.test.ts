import { endCancellations } from '../../playground/end-cancellations.ts';

/** Whether the page ends a rejection that nobody waits for. */
function isEnded(reason: unknown): boolean {
  const page = new EventTarget();
  endCancellations(page);
  const rejection = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
  page.dispatchEvent(rejection);
  return rejection.defaultPrevented;
}

test('what the editor has cancelled is no fault of the page, and everything else is', () => {
  expect(isEnded(Object.assign(new Error('Canceled'), { name: 'Canceled' }))).toBe(true);
  expect(isEnded(new Error('Canceled'))).toBe(false);
  expect(isEnded(new TypeError('x is undefined'))).toBe(false);
  expect(isEnded('Canceled')).toBe(false);
});
