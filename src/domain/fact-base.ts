/** What every fact has: its line in the blob, and who saw it. */
export type FactBase = {
  /** Where it stands in the blob, from 1. */
  readonly line: number
  /** The rule that saw it, such as `express.route`. */
  readonly rule: string
  /** `likely` when a name or a shape was taken for the thing without proof (an unknown receiver called `router`). */
  readonly certainty: 'certain' | 'likely'
  /** The enclosing function or method, dotted: `OrdersClient.get`. */
  readonly within?: string
}
