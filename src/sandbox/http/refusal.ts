/** A request that GitHub refuses: what it answers, with its words. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: number,
    message: string,
    readonly errors?: readonly unknown[],
  ) {
    super(message)
  }
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

/** A request that is understood and wrong. */
export function unprocessable(message: string, errors?: readonly unknown[]): Refusal {
  return new Refusal(422, message, errors)
}

export function notAccessible(): Refusal {
  return new Refusal(403, 'Resource not accessible by integration')
}
