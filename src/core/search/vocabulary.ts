/** Terms by number and numbers by term. A term keeps its number as long as the vocabulary is. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly terms: string[] = [];

  get size(): number {
    return this.terms.length;
  }

  /** The term's number, a new one where it has none. */
  idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.ids.set(term, id);
    this.terms.push(term);
    return id;
  }

  find(term: string): number | null {
    return this.ids.get(term) ?? null;
  }

  termOf(id: number): string {
    return this.terms[id] ?? '';
  }

  /** Numbers of the terms for which `wanted` holds. */
  all(wanted: (term: string) => boolean): number[] {
    const found: number[] = [];
    for (const [id, term] of this.terms.entries()) if (wanted(term)) found.push(id);
    return found;
  }
}
