import { createHash } from 'node:crypto'

/** One thing that was said, or is about to be; the store's `Publication`. */
export type Said = { readonly key: string; readonly remoteId: string | null; readonly digest: string }

/** Where publications are kept; the store's table has this face. */
export type PublicationBook = {
  of(repositoryId: number, number: number): Promise<readonly Said[]>
  put(repositoryId: number, number: number, said: Said): Promise<void>
  remove(repositoryId: number, number: number, key: string): Promise<void>
}

/**
 * What was said on one pull request. An intent is written before the request and its id after the answer, so whoever
 * comes next, after a crash as well, knows which words may already stand on GitHub and must be read back.
 */
export class Outbox {
  readonly #said: Map<string, Said>

  private constructor(
    private readonly book: PublicationBook,
    private readonly repositoryId: number,
    private readonly number: number,
    said: readonly Said[],
  ) {
    this.#said = new Map(said.map((each) => [each.key, each]))
  }

  static async open(book: PublicationBook, repositoryId: number, number: number): Promise<Outbox> {
    return new Outbox(book, repositoryId, number, await book.of(repositoryId, number))
  }

  get(key: string): Said | undefined {
    return this.#said.get(key)
  }

  /** Everything whose key starts with the prefix. */
  under(prefix: string): readonly Said[] {
    return [...this.#said.values()].filter((said) => said.key.startsWith(prefix))
  }

  /** `remoteId` null: we are about to say it. */
  async put(key: string, remoteId: string | null, digest: string): Promise<void> {
    const said = { key, remoteId, digest }
    await this.book.put(this.repositoryId, this.number, said)
    this.#said.set(key, said)
  }

  async remove(key: string): Promise<void> {
    await this.book.remove(this.repositoryId, this.number, key)
    this.#said.delete(key)
  }
}

/** A short name of a content: equal contents have equal names. */
export function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
