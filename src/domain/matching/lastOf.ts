/** All slices of something that can be made in slices, one after the other, for whoever needs it at once. */
export function lastOf<Value>(making: Generator<undefined, Value>): Value {
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}
