/** What can go wrong between an app and GitHub. */
export type Fault = {
  /** Tried against `METHOD path`, the path as the ledger has it; for git `GET /acme/orders.git/info/refs`. */
  readonly match: RegExp | string
  readonly kind: FaultKind
  /** How many requests it meets; 1 when absent. */
  readonly times?: number
  /** For `status`. */
  readonly status?: number
  /** For `secondary-limit`: the header's value; absent: no header. */
  readonly retryAfterSeconds?: number
  /** For `slow`. */
  readonly milliseconds?: number
}

export type FaultKind =
  /** Refused with a status; nothing is applied. */
  | 'status'
  /** Applied, and then answered with 502. */
  | 'applied-then-502'
  /** The connection is cut before anything is read. */
  | 'reset'
  /** Never answered. */
  | 'hang'
  /** Applied; the answer stops in the middle of its body. */
  | 'truncate'
  /** Applied; a proxy answers 200 with a page. */
  | 'html'
  /** 403 in the words of the secondary rate limit. */
  | 'secondary-limit'
  /** Answered, later. */
  | 'slow'

type Armed = Fault & { left: number }

/** Faults that a test has scripted, in order; each is used up. */
export class Faults {
  readonly #armed: Armed[] = []

  add(fault: Fault): void {
    this.#armed.push({ ...fault, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#armed.length = 0
  }

  /** The fault that meets this request, which is then used once; null when all goes well. */
  take(request: string): Fault | null {
    const found = this.#armed.find((each) => each.left > 0 && matches(each.match, request))
    if (!found) return null
    found.left -= 1
    return found
  }
}

function matches(match: RegExp | string, request: string): boolean {
  return typeof match === 'string' ? request.startsWith(match) : match.test(request)
}
