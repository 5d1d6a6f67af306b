/** Which span a piece of work belongs to, across promises. OpenTelemetry brings its own only with packages that patch other modules. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, type Context, type ContextManager } from '@opentelemetry/api';

export class AsyncContext implements ContextManager {
  readonly #here = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#here.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(context: Context, run: F, thisArg?: ThisParameterType<F>, ...args: A): ReturnType<F> {
    return this.#here.run(context, () => run.call(thisArg, ...args));
  }

  /** Nothing here is told of events by listeners, so nothing needs to be bound. */
  bind<T>(_context: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#here.disable();
    return this;
  }
}
