/**
 * Preloaded into a process, takes it twenty minutes on at each SIGUSR2: what it takes for now is later. How
 * fast time passes, and so every timer, stays as it is. It says when it has done so, since a signal arrives some time after it
 * was sent.
 */
const RealDate = Date;
let offset = 0;
process.on('SIGUSR2', () => {
  offset += 20 * 60_000;
  process.stderr.write('twenty minutes later\n');
});
const now = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});
