import type Anthropic from '@anthropic-ai/sdk'

/** One turn of the model: what is sent, and what came back whole. */
export type Turn = Omit<Anthropic.MessageStreamParams, 'model'>

export type Model = (turn: Turn, signal: AbortSignal) => Promise<Anthropic.Message>

export type ModelOptions = {
  readonly apiKey: string
  /** Any server that speaks the Messages API; null for Anthropic's. */
  readonly baseUrl: string | null
  readonly model: string
  /** Give up on a stream that says nothing for so long. The SDK's own timeout ends at the headers. */
  readonly idleMs?: number
  readonly attempts?: number
  readonly pauseMs?: number
}

/** Wait at most so long inside a job; a longer `retry-after` ends the stage instead of holding a worker. */
const longestWaitMs = 30_000

/**
 * A model behind the Messages API. The SDK's retries are off, because it sleeps an hour when told to and never retries
 * a stream that was cut: a turn is tried again here, whole, after an overload, a cut or a stall.
 */
export function createModel(options: ModelOptions): Model {
  const attempts = options.attempts ?? 3
  let loaded: Promise<Loaded> | null = null
  return async (turn, signal) => {
    loaded ??= load(options)
    const { sdk, client } = await loaded
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(
          sdk,
          client,
          { ...turn, model: options.model },
          { idleMs: options.idleMs ?? 60_000, signal },
        )
      } catch (error) {
        const wait =
          signal.aborted || attempt >= attempts
            ? null
            : pauseAfter(sdk, error, attempt, options.pauseMs ?? 500)
        if (wait === null) throw error
        await sleep(wait, signal)
      }
    }
  }
}

type Sdk = typeof Anthropic

type Loaded = { readonly sdk: Sdk; readonly client: Anthropic }

/** The SDK takes a third of a second to load: only who has a model pays for it. */
async function load(options: ModelOptions): Promise<Loaded> {
  const { default: sdk } = await import('@anthropic-ai/sdk')
  const client = new sdk({
    apiKey: options.apiKey,
    ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
    maxRetries: 0,
    logLevel: 'off',
  })
  return { sdk, client }
}

async function once(
  sdk: Sdk,
  client: Anthropic,
  body: Anthropic.MessageStreamParams,
  limits: { readonly idleMs: number; readonly signal: AbortSignal },
): Promise<Anthropic.Message> {
  const idle = new AbortController()
  const watchdog = setTimeout(() => idle.abort(), limits.idleMs)
  try {
    const stream = client.messages.stream(body, { signal: AbortSignal.any([idle.signal, limits.signal]) })
    for await (const _event of stream) watchdog.refresh()
    return wholeMessage(sdk, await stream.finalMessage())
  } catch (error) {
    if (idle.signal.aborted && !limits.signal.aborted) throw new Stalled(limits.idleMs, { cause: error })
    throw error
  } finally {
    clearTimeout(watchdog)
  }
}

/** A proxy's page with status 200 arrives as a message without content: not an answer. */
function wholeMessage(sdk: Sdk, message: Anthropic.Message): Anthropic.Message {
  if (Array.isArray(message?.content) && message.usage) return message
  throw new sdk.AnthropicError('the answer is not a message')
}

class Stalled extends Error {
  constructor(idleMs: number, options: ErrorOptions) {
    super(`the model's stream said nothing for ${idleMs / 1000} s`, options)
  }
}

/** How long to wait before trying again; null when trying again cannot help. */
function pauseAfter(sdk: Sdk, error: unknown, attempt: number, pauseMs: number): number | null {
  if (!isTransient(sdk, error)) return null
  const asked = error instanceof sdk.APIError ? Number(error.headers?.get('retry-after') ?? 0) * 1000 : 0
  if (asked > longestWaitMs) return null
  return Math.max(asked, pauseMs * 2 ** (attempt - 1))
}

function isTransient(sdk: Sdk, error: unknown): boolean {
  if (error instanceof Stalled || error instanceof SyntaxError) return true
  if (error instanceof sdk.APIConnectionError) return true
  if (error instanceof sdk.APIError) {
    // An error event inside a stream has a type and no status.
    if (error.status === undefined) return ['overloaded_error', 'api_error'].includes(error.type ?? '')
    return [408, 409, 429].includes(error.status) || error.status >= 500
  }
  return error instanceof sdk.AnthropicError
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
