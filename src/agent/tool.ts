import type Anthropic from '@anthropic-ai/sdk'
import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema'
import { z } from 'zod'
import type { AgentTask } from './agent.js'
import type { Findings } from './findings.js'

/** Something the model may call. Its answer is text for the model; a thrown `Refusal` is an answer too. */
export type Tool<Input = unknown> = {
  readonly name: string
  readonly description: string
  /** Every field is required: strict servers allow few optional ones. */
  readonly input: z.ZodType<Input>
  readonly counts: 'reading' | 'report'
  readonly run: (input: Input, context: ToolContext) => Promise<string>
}

export type ToolContext = { readonly task: AgentTask; readonly findings: Findings }

/** Says no to a call, with the reason that the model needs in order to do better. */
export class Refusal extends Error {}

/** Longest answer of a tool, in characters: eight kilobytes are about three thousand tokens. */
export const longestAnswer = 8_000

/** The tool as the API wants it: a strict JSON Schema without the keywords that strict mode refuses. */
export function declare(tool: Tool): Anthropic.Tool {
  return {
    name: tool.name,
    description: tool.description,
    // A Tool's input is always an object, which the transformed schema keeps; its declared type is wider.
    input_schema: transformJSONSchema(
      z.toJSONSchema(tool.input, { reused: 'inline' }),
    ) as Anthropic.Tool.InputSchema,
    strict: true,
  }
}

/** The answer of one call, and whether it was refused. What the model sent is parsed before anything is done with it. */
export async function call(
  tool: Tool | undefined,
  use: Anthropic.ToolUseBlock,
  context: ToolContext,
): Promise<{ readonly text: string; readonly refused: boolean }> {
  if (!tool) return { text: `There is no tool ${use.name}.`, refused: true }
  const input = tool.input.safeParse(use.input)
  if (!input.success) return { text: `Bad input: ${z.prettifyError(input.error)}`, refused: true }
  try {
    return { text: cut(await tool.run(input.data, context)), refused: false }
  } catch (error) {
    if (error instanceof Refusal) return { text: error.message, refused: true }
    throw error
  }
}

function cut(text: string): string {
  return text.length <= longestAnswer ? text : `${text.slice(0, longestAnswer)}\n… (cut: ask for less)`
}
