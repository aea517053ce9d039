/**
 * What the model thinks. It reads an evidence pack, investigates with read-only tools and reports findings, each of them
 * verified before it counts. Deliberately absent: a token, a write tool, a network, a say over the required check, and
 * any way to remove or lower what the engine found.
 */
export type { Agent, AgentAnswer, AgentTask, FileRequest, SearchRequest } from './agent.js'
export { noUsage } from './budget.js'
export { createAgent } from './create-agent.js'
export { createModel, type ModelOptions } from './model.js'
export { packOf } from './pack.js'
