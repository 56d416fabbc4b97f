/**
 * Preloaded into a process (`node --import`), takes it twenty minutes on at each SIGUSR2: what it takes for now is later. How
 * fast time passes, and so every timer, stays as it is.
 */
const RealDate = Date;
let offset = 0;
process.on('SIGUSR2', () => {
  offset += 20 * 60_000;
});
const now = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});
