import { readFileSync } from 'node:fs'
import type { ModelStage } from '../domain/finding.js'
import type { Agent } from './agent.js'
import { type Budget, defaultBudget } from './budget.js'
import { type Conversation, converse } from './loop.js'
import type { Model } from './model.js'
import { packOf } from './pack.js'
import { tools } from './tools/index.js'

export type AgentOptions = { readonly model: Model; readonly budget?: Budget; readonly now?: () => number }

/** An agent that reviews with this model. Its answer always comes, also when the model's does not. */
export function createAgent(options: AgentOptions): Agent {
  const system = prompt('system')
  const task = prompt('task')
  return {
    review: async (work) => {
      const pack = packOf(work)
      const conversation = await converse({ system, pack: pack.text, task }, work, {
        model: options.model,
        tools,
        budget: options.budget ?? defaultBudget,
        now: options.now ?? Date.now,
      })
      return { claims: conversation.findings.accepted, stage: stageOf(conversation) }
    },
  }
}

function prompt(name: string): string {
  return readFileSync(new URL(`./prompts/${name}.md`, import.meta.url), 'utf8').trim()
}

function stageOf(conversation: Conversation): ModelStage {
  const { findings, usage, end, reason } = conversation
  return { outcome: end, note: noteOf(conversation, reason), usage, rejected: findings.rejected }
}

function noteOf(conversation: Conversation, reason: string): string {
  const { accepted, rejected } = conversation.findings
  const kept = `${accepted.length} of ${accepted.length + rejected.length} claims survived verification`
  switch (conversation.end) {
    case 'complete':
      return accepted.length + rejected.length === 0 ? 'The model reports nothing.' : `${kept}.`
    case 'partial':
      return `Not finished: ${reason}. ${kept}.`
    case 'failed':
      return `The model could not be asked: ${reason.split('\n', 1)[0]}. The required check does not depend on it.`
  }
}
