/**
 * What the bot tells whoever runs it: traces of its work and figures, to an OpenTelemetry collector over OTLP/HTTP.
 *
 * Nothing is patched and nothing found by itself: only what passes through here is told, and of that only ids, names
 * that the code gives, counts and durations (see LogLine). Off until an address is set.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Attributes, type Context, type Counter, type Histogram } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { LogLine } from '../app/logLine';
import { AsyncContext } from './asyncContext';

export type TelemetrySettings = {
  /** Address of the collector, without /v1/traces. */
  readonly endpoint: string;
  /** By which the collector knows who calls, such as { authorization: … }. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly version: string;
  /** A name for this instance, unlike that of any other. */
  readonly instance: string;
  /** Milliseconds between two deliveries of figures. */
  readonly every?: number;
  /** Milliseconds that one delivery may take, with all its tries. */
  readonly within?: number;
};

/** Figures that are asked for when they are delivered; one that cannot be had is left out that time. */
export type Gauges = () => Promise<Readonly<Record<string, number>>>;

const usualPause = 60_000;
const longestDelivery = 10_000;
const usualPatience = (): Promise<unknown> => pause(2_000, undefined, { ref: false });
/** Milliseconds: where the edges of the durations lie. Goals are at a second and below. */
const edges = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

export class Telemetry {
  readonly #context = new AsyncContext();
  readonly #tracers: BasicTracerProvider;
  readonly #meters: MeterProvider;
  readonly #happened: Counter;
  readonly #lasted: Histogram;

  constructor(settings: TelemetrySettings) {
    const { headers = {}, version, instance, every = usualPause, within = longestDelivery } = settings;
    const resource = resourceFromAttributes({ 'service.name': 'threefold', 'service.version': version, 'service.instance.id': instance });
    const to = (signal: string) => ({ url: `${settings.endpoint.replace(/\/+$/, '')}/v1/${signal}`, headers: { ...headers }, timeoutMillis: within });
    this.#tracers = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(to('traces')))] });
    this.#meters = new MeterProvider({ resource, readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter(to('metrics')), exportIntervalMillis: every, exportTimeoutMillis: Math.min(every, within) })] });
    const meter = this.#meters.getMeter('threefold');
    this.#happened = meter.createCounter('threefold.happened', { description: 'What the log tells, counted by its closed words.' });
    this.#lasted = meter.createHistogram('threefold.duration', { unit: 'ms', description: 'How long a piece of work took.', advice: { explicitBucketBoundaries: edges } });
  }

  /** Counts what a line of the log tells. Ids are left out: a figure for each case would be no figure. */
  readonly line = ({ case: _case, ms, port: _port, host: _host, frame: _frame, units, operations, count, ...words }: LogLine): void => {
    const attributes = withoutGaps(words);
    this.#happened.add(1, attributes);
    if (ms !== undefined) this.#lasted.record(ms, { work: words.what, ...pick(attributes, ['intent', 'verb', 'where']) });
    if (units !== undefined) this.#happened.add(units, { what: 'store-units', ...pick(attributes, ['work']) });
    if (operations !== undefined) this.#happened.add(operations, { what: 'store-operations', ...pick(attributes, ['work']) });
    if (count !== undefined) this.#happened.add(count, { what: `${words.what}-count` });
  };

  /** Counts something that no line of the log tells. */
  count(what: string, attributes: Attributes = {}): void {
    this.#happened.add(1, { what, ...attributes });
  }

  /** The same work, followed: a span with what it belongs to, and how long it took. `describe` may name only closed words and ids. */
  around<Asked extends unknown[], Value>(name: string, run: (...asked: Asked) => Promise<Value>, describe: { readonly asked?: (...asked: Asked) => Attributes; readonly value?: (value: Value) => Attributes } = {}): (...asked: Asked) => Promise<Value> {
    const tracer = this.#tracers.getTracer('threefold');
    return async (...asked) => {
      const began = performance.now();
      const parent = this.#context.active();
      const span = tracer.startSpan(name, { attributes: describe.asked?.(...asked) ?? {} }, parent);
      try {
        const value = await this.#within(trace.setSpan(parent, span), () => run(...asked));
        if (describe.value) span.setAttributes(describe.value(value));
        return value;
      } catch (error) {
        // Its message may quote what somebody said.
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
        throw error;
      } finally {
        span.end();
        this.#lasted.record(performance.now() - began, { work: name });
      }
    };
  }

  #within<Value>(context: Context, run: () => Promise<Value>): Promise<Value> {
    return this.#context.with(context, run);
  }

  /** `names` are told each time that figures are delivered. */
  watch(names: readonly string[], gauges: Gauges): void {
    const meter = this.#meters.getMeter('threefold');
    const made = names.map((name) => ({ name, gauge: meter.createObservableGauge(`threefold.${name}`) }));
    meter.addBatchObservableCallback(
      async (result) => {
        const values = await this.#within(ROOT_CONTEXT, gauges).catch((): Readonly<Record<string, number>> => ({}));
        for (const { name, gauge } of made) if (values[name] !== undefined) result.observe(gauge, values[name]);
      },
      made.map(({ gauge }) => gauge),
    );
  }

  /** Delivers what is waiting, and ends. Never throws, nor waits beyond its patience: a collector that is away must not keep the bot from stopping. */
  async stop(patience: () => Promise<unknown> = usualPatience): Promise<void> {
    await Promise.race([Promise.allSettled([this.#tracers.shutdown(), this.#meters.shutdown()]), patience()]);
  }
}

const withoutGaps = (words: Readonly<Record<string, string | number | undefined>>): Attributes => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
const pick = (attributes: Attributes, names: readonly string[]): Attributes => Object.fromEntries(names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])));
