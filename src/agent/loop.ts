import type Anthropic from '@anthropic-ai/sdk'
import type { Usage } from '../domain/finding.js'
import type { AgentTask } from './agent.js'
import { addUsage, type Budget, noUsage } from './budget.js'
import { Findings } from './findings.js'
import type { Model } from './model.js'
import { call, declare, type Tool, type ToolContext } from './tool.js'

/** How a conversation ended, with everything that was accepted until then. */
export type Conversation = {
  readonly findings: Findings
  readonly usage: Usage
  readonly end: 'complete' | 'partial' | 'failed'
  /** Why it is not complete; empty when it is. */
  readonly reason: string
}

export type Prompt = { readonly system: string; readonly pack: string; readonly task: string }

export type LoopOptions = {
  readonly model: Model
  readonly tools: readonly Tool[]
  readonly budget: Budget
  readonly now: () => number
}

/**
 * Talks with the model until it is done or the budget is used. Findings are tool calls, so what was accepted before a
 * cut, a refusal or an outage stands. Never throws for what the model or its server does.
 */
export async function converse(prompt: Prompt, task: AgentTask, options: LoopOptions): Promise<Conversation> {
  const talk = new Talk(prompt, task, options)
  try {
    while (!talk.ended) await talk.turn()
  } catch (error) {
    return talk.close('failed', error instanceof Error ? error.message : String(error))
  }
  return talk.close(talk.reason === '' ? 'complete' : 'partial', talk.reason)
}

class Talk {
  ended = false
  reason = ''
  readonly #findings = new Findings()
  readonly #messages: Anthropic.MessageParam[]
  readonly #tools: Anthropic.Tool[]
  readonly #context: ToolContext
  readonly #started: number
  #usage = noUsage
  #used = { reading: 0, report: 0 }

  constructor(
    readonly prompt: Prompt,
    readonly task: AgentTask,
    readonly options: LoopOptions,
  ) {
    this.#context = { task, findings: this.#findings }
    this.#started = options.now()
    this.#tools = options.tools.map(declare).map((tool, index, all) =>
      // The tools and rules are the same for every review: an hour in the prompt cache.
      index === all.length - 1 ? { ...tool, cache_control: { type: 'ephemeral', ttl: '1h' } } : tool,
    )
    this.#messages = [
      {
        role: 'user',
        content: [
          { type: 'text', text: prompt.pack, cache_control: { type: 'ephemeral' } },
          { type: 'text', text: prompt.task },
        ],
      },
    ]
  }

  async turn(): Promise<void> {
    const spent = this.#spent()
    const message = await this.options.model(this.#request(spent !== ''), this.#deadline())
    this.#usage = addUsage(this.#usage, message.usage, this.options.now() - this.#started)
    // Thinking blocks and their signatures go back as they came: an edited history is refused.
    this.#messages.push({ role: 'assistant', content: message.content })
    if (message.stop_reason === 'pause_turn') return
    // The input of a call is whole only under this stop reason: the SDK mends a cut one into nonsense.
    if (message.stop_reason !== 'tool_use') return this.#end(message.stop_reason, spent)
    const answers = await this.#answer(message.content)
    if (spent !== '') return this.#end('end_turn', spent)
    this.#messages.push({ role: 'user', content: answers })
  }

  close(end: Conversation['end'], reason: string): Conversation {
    return { findings: this.#findings, usage: this.#usage, end, reason }
  }

  #request(last: boolean) {
    return {
      max_tokens: 16_000,
      system: [
        {
          type: 'text' as const,
          text: this.prompt.system,
          cache_control: { type: 'ephemeral' as const, ttl: '1h' as const },
        },
      ],
      tools: this.#tools,
      tool_choice: { type: last ? ('none' as const) : ('auto' as const) },
      messages: this.#messages,
    }
  }

  #deadline(): AbortSignal {
    const left = this.options.budget.milliseconds - (this.options.now() - this.#started)
    return AbortSignal.any([this.task.signal, AbortSignal.timeout(Math.max(1, left))])
  }

  /** Why this must be the last turn; empty while it need not be. */
  #spent(): string {
    const { budget } = this.options
    if (this.#usage.turns >= budget.turns - 1) return `${budget.turns} turns`
    if (this.#used.reading >= budget.readings) return `${budget.readings} readings`
    if (this.#used.report >= budget.reports) return `${budget.reports} reports`
    if (this.#usage.outputTokens >= budget.outputTokens) return `${budget.outputTokens} tokens of output`
    return ''
  }

  #end(stop: Anthropic.Message['stop_reason'], spent: string): void {
    this.ended = true
    if (stop !== 'end_turn' && stop !== 'stop_sequence') this.reason = `the model stopped with \`${stop}\``
    else if (spent !== '') this.reason = `its budget of ${spent} was used`
  }

  /** Every call of a turn gets its answer in one message, in order: the API refuses a call without one. */
  async #answer(content: readonly Anthropic.ContentBlock[]): Promise<Anthropic.ToolResultBlockParam[]> {
    const answers: Anthropic.ToolResultBlockParam[] = []
    for (const use of content) {
      if (use.type !== 'tool_use') continue
      const tool = this.options.tools.find((each) => each.name === use.name)
      if (tool) this.#used[tool.counts] += 1
      const { text, refused } = await call(tool, use, this.#context)
      answers.push({ type: 'tool_result', tool_use_id: use.id, content: text, is_error: refused })
    }
    return answers
  }
}
