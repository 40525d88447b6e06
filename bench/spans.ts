/** Precision, recall and F1 by counting. */
export class Counts {
  hit = 0
  ours = 0
  gold = 0

  /** Adds one document's items, compared as strings. */
  add(ours: Iterable<string>, gold: Iterable<string>): void {
    const [a, b] = [new Set(ours), new Set(gold)]
    this.ours += a.size
    this.gold += b.size
    for (const x of a) if (b.has(x)) this.hit++
  }
  get precision(): number {
    return this.ours === 0 ? 0 : (100 * this.hit) / this.ours
  }
  get recall(): number {
    return this.gold === 0 ? 0 : (100 * this.hit) / this.gold
  }
  get f1(): number {
    return this.ours + this.gold === 0 ? 0 : (200 * this.hit) / (this.ours + this.gold)
  }
}
