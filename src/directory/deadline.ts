/** Time that runs out. Node may clear `AbortSignal.timeout` out of memory inside `AbortSignal.any` before it fires, and then nothing ends the wait (nodejs/node#57736): these hold on to their timers. */

/** Returns what `work` resolves to. Its signal stops it with a TimeoutError after so many milliseconds, or for the reason of `outer` when that stops first. */
export async function withDeadline<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>, outer?: AbortSignal): Promise<Result> {
  const deadline = new AbortController();
  const stopToo = (): void => deadline.abort(outer?.reason);
  const timer = setTimeout(() => deadline.abort(new DOMException('No answer in time', 'TimeoutError')), milliseconds);
  if (outer?.aborted) stopToo();
  outer?.addEventListener('abort', stopToo);
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stopToo);
  }
}
