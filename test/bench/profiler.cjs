// Loaded before a bot (node --require): the first SIGUSR2 begins a processor profile, the second writes it. So the
// loading of the bot and the work of Node's compiler stay out of it.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');

const session = new Session();
session.connect();
process.once('SIGUSR2', () => {
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  process.once('SIGUSR2', () => session.post('Profiler.stop', (_error, { profile }) => writeFileSync(process.env.BENCH_PROFILE, JSON.stringify(profile))));
});
