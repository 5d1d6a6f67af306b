/**
 * The number that would stand at place `k` if they were put in order (Hoare's quickselect). Numbers change places, so
 * that afterwards none before `k` is greater, and none after it smaller. `k` is a place in `values`.
 */
export function kthSmallest(values: Float64Array, k: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left <= right) swap(values, left++, right--);
    }
    if (k <= right) high = right;
    else if (k >= left) low = left;
    else break;
  }
  return values[k]!;
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function swap(values: Float64Array, one: number, other: number): void {
  const held = values[one]!;
  values[one] = values[other]!;
  values[other] = held;
}
