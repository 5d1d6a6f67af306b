import { keepDelivering } from '../../src/app/keepDelivering';

/** Something that ends when the test says so. */
function held() {
  const ends: (() => void)[] = [];
  return { wait: () => new Promise<void>((resolve) => ends.push(resolve)), end: () => ends.shift()!(), count: () => ends.length };
}
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

it('begins at once, and again after each pause, one round at a time', async () => {
  const [round, pause] = [held(), held()];
  let begun = 0;
  const deliveries = keepDelivering({ round: [() => (begun++, round.wait())], pause: pause.wait, troubled: fail });
  await settled();
  expect([begun, pause.count()]).toEqual([1, 0]);
  round.end();
  await settled();
  expect([begun, pause.count()]).toEqual([1, 1]);
  pause.end();
  await settled();
  expect(begun).toBe(2);
  round.end();
  await deliveries.stop();
});

it('stops when the round under way has ended, and tells it to begin nothing more', async () => {
  const round = held();
  let mayGoOn = () => true;
  let begun = 0;
  const deliveries = keepDelivering({ round: [(may) => ((mayGoOn = may), begun++, round.wait())], pause: fail, troubled: fail });
  await settled();
  let stopped = false;
  const stop = deliveries.stop().then(() => (stopped = true));
  await settled();
  expect([mayGoOn(), stopped]).toEqual([false, false]);
  round.end();
  await stop;
  expect(begun).toBe(1);
});

it('does not wait for the end of a pause to stop', async () => {
  const deliveries = keepDelivering({ round: [async () => undefined], pause: () => new Promise(() => undefined), troubled: fail });
  await settled();
  await deliveries.stop();
});

it('goes on after a round that went wrong, and says so', async () => {
  const troubles: unknown[] = [];
  const pause = held();
  let begun = 0;
  const deliveries = keepDelivering({
    round: [async () => {
      begun += 1;
      if (begun === 1) throw new Error('the store is away');
    }],
    pause: pause.wait,
    troubled: (trouble) => troubles.push(trouble),
  });
  await settled();
  pause.end();
  await settled();
  expect([begun, troubles]).toEqual([2, [new Error('the store is away')]]);
  await deliveries.stop();
});

it('lets no part of a round keep another from its turn, and tells what went wrong in each', async () => {
  const troubles: unknown[] = [];
  const done: string[] = [];
  const goesWrong = (part: string) => async () => {
    done.push(part);
    throw new Error(part);
  };
  const deliveries = keepDelivering({ round: [goesWrong('deliver'), goesWrong('retain'), async () => done.push('refresh')], pause: () => new Promise(() => undefined), troubled: (trouble) => troubles.push(trouble) });
  await settled();
  expect([done, troubles]).toEqual([['deliver', 'retain', 'refresh'], [new Error('deliver'), new Error('retain')]]);
  await deliveries.stop();
});

function fail(): never {
  throw new Error('not expected');
}
