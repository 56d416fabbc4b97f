/**
 * Preloaded into a process, shifts its clock by CLOCK_OFFSET_MS: what it takes for now is another time. How
 * fast time passes, and so every timer, stays as it is.
 */
const offset = Number(process.env.CLOCK_OFFSET_MS);
if (!Number.isSafeInteger(offset)) throw new Error('CLOCK_OFFSET_MS must be a whole number');

const RealDate = Date;
const now = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});
