import type { Usage } from '../domain/finding.js'

/** What one review may spend. Reports are counted apart from reading, so that finding much does not stop the search. */
export type Budget = {
  readonly turns: number
  readonly readings: number
  readonly reports: number
  readonly outputTokens: number
  readonly milliseconds: number
}

/** Sizes from the model-stage measurements: 15 readings are what an investigating reviewer uses, 5 minutes the hard end. */
export const defaultBudget: Budget = {
  turns: 12,
  readings: 15,
  reports: 10,
  outputTokens: 60_000,
  milliseconds: 300_000,
}

export const noUsage: Usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, turns: 0, milliseconds: 0 }

/** The counts of the API's answer, added to what was used before. */
export function addUsage(before: Usage, answer: ApiUsage, milliseconds: number): Usage {
  const cached = answer.cache_read_input_tokens ?? 0
  return {
    inputTokens:
      before.inputTokens + answer.input_tokens + (answer.cache_creation_input_tokens ?? 0) + cached,
    cachedTokens: before.cachedTokens + cached,
    outputTokens: before.outputTokens + answer.output_tokens,
    turns: before.turns + 1,
    milliseconds,
  }
}

type ApiUsage = {
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_read_input_tokens?: number | null
  readonly cache_creation_input_tokens?: number | null
}
