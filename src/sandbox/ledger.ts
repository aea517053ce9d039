/** One write that reached the stand-in. */
export type Write = {
  readonly at: string
  readonly method: string
  /** Below the API's base: `/repos/acme/orders/check-runs`. */
  readonly path: string
  readonly actor: string
  readonly body: unknown
  /** What was answered; for a lost answer, what would have been. */
  readonly status: number
  /** False when the sender never learnt that it was applied. */
  readonly answered: boolean
}

/** Everything that was asked of the stand-in: the witness against an app that says a thing twice. */
export class Ledger {
  readonly writes: Write[] = []
  /** Every request in order, reads and git included: `GET /repos/acme/orders`. */
  readonly requests: string[] = []

  /** Writes that took effect and whose `METHOD path` matches. */
  applied(match: RegExp = /./): readonly Write[] {
    return this.writes.filter((each) => each.status < 300 && match.test(`${each.method} ${each.path}`))
  }

  clear(): void {
    this.writes.length = 0
    this.requests.length = 0
  }
}
