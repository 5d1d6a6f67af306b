/**
 * Tests run in Node's own world, as the bot does, and not in a copy of it for each file: what the packages make is of the
 * same kind as what the tests make, and code runs as fast as it does outside. Each file finds the world as it was: what a
 * file of tests put into the globals, the settings and the listeners of the process is taken away after it.
 */
const { ModuleMocker } = require('jest-mock');

class OwnWorld {
  constructor() {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    // Clocks are injected: there is nothing to fake.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
    this.before = { globals: Object.getOwnPropertyDescriptors(globalThis), settings: { ...process.env }, listeners: listenersNow() };
  }

  async setup() {}

  async teardown() {
    const { globals, settings, listeners } = this.before;
    for (const key of Reflect.ownKeys(globalThis)) if (!Object.hasOwn(globals, key)) Reflect.deleteProperty(globalThis, key);
    for (const key of Reflect.ownKeys(globals)) putBack(key, globals[key]);
    for (const key of Object.keys(process.env)) if (!Object.hasOwn(settings, key)) delete process.env[key];
    Object.assign(process.env, settings);
    for (const [event, now] of listenersNow()) for (const listener of now) if (!listeners.get(event)?.includes(listener)) process.removeListener(event, listener);
  }

  getVmContext() {
    return globalThis;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}

function putBack(key, before) {
  const now = Object.getOwnPropertyDescriptor(globalThis, key);
  if (now?.configurable !== false && (now?.value !== before.value || now?.get !== before.get)) Object.defineProperty(globalThis, key, before);
}

function listenersNow() {
  return new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
}

module.exports = OwnWorld;
