/**
 * Thrown when the other side asked to be left alone until a time: a rate limit, a maintenance window. The worker puts
 * the job back for `at` without counting the attempt, because nothing was wrong with the job.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater'

  constructor(
    readonly at: Date,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
