import type { Reply } from './fake-messages.js'

/** The server-sent events of one answer, as the real API streams them: contents in small pieces. */
export function eventsOf(
  reply: Reply,
  head: Record<string, unknown>,
  usage: Record<string, unknown>,
): Event[] {
  return [
    {
      type: 'message_start',
      message: {
        ...head,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { ...usage, output_tokens: 1 },
      },
    },
    { type: 'ping' },
    ...reply.content.flatMap(blockEvents),
    { type: 'message_delta', delta: { stop_reason: stopReason(reply), stop_sequence: null }, usage },
    { type: 'message_stop' },
  ]
}

export type Event = { readonly type: string } & Readonly<Record<string, unknown>>

export function stopReason(reply: Reply): string {
  return (
    reply.stopReason ?? (reply.content.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn')
  )
}

function blockEvents(block: Reply['content'][number], index: number): Event[] {
  const delta = (value: Record<string, unknown>): Event => ({
    type: 'content_block_delta',
    index,
    delta: value,
  })
  const open = (value: Record<string, unknown>): Event => ({
    type: 'content_block_start',
    index,
    content_block: value,
  })
  const stop: Event = { type: 'content_block_stop', index }
  switch (block.type) {
    case 'text':
      return [
        open({ type: 'text', text: '' }),
        ...pieces(block.text).map((text) => delta({ type: 'text_delta', text })),
        stop,
      ]
    case 'thinking':
      return [
        open({ type: 'thinking', thinking: '', signature: '' }),
        delta({ type: 'thinking_delta', thinking: block.thinking }),
        delta({ type: 'signature_delta', signature: block.signature }),
        stop,
      ]
    case 'tool_use':
      return [
        open({ type: 'tool_use', id: block.id, name: block.name, input: {} }),
        ...pieces(block.raw ?? JSON.stringify(block.input)).map((text) =>
          delta({ type: 'input_json_delta', partial_json: text }),
        ),
        stop,
      ]
  }
}

function pieces(text: string): string[] {
  return text.match(/[\s\S]{1,24}/g) ?? []
}
