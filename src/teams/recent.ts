/** The latest so many of something, by key. What falls out was only a convenience. */
export class Recent<Value> {
  private readonly kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    return this.kept.get(key);
  }

  set(key: string, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }

  delete(key: string): void {
    this.kept.delete(key);
  }

  /** True the first time. */
  first(key: string, value: Value): boolean {
    if (this.kept.has(key)) return false;
    this.set(key, value);
    return true;
  }
}
