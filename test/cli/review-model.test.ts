import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Block, FakeMessages, type Step } from '../support/messages/fake-messages.js'
import { breaks, readReview } from './support/reviewed.js'
import { createShop } from './support/shop.js'
import { interlock } from './support/terminal.js'

const { orders, web, billing } = createShop()
let model: FakeMessages

beforeEach(async () => {
  model = await new FakeMessages([]).start()
})
afterEach(() => model.stop())

const quote = "app.get('/orders/:id/status', async (request, response) => {"
const claim = {
  path: 'src/app.ts',
  start_line: 11,
  end_line: 11,
  side: 'RIGHT',
  quote,
  introduced_by: { path: 'src/app.ts', quote },
  category: 'authorization',
  severity: 'blocker',
  title: 'Everybody may ask where an order is',
  failing_scenario: 'Given no session, when the status of any order is asked for, then it is told.',
  evidence_ids: [],
  affected: [],
  fix: 'Ask who is calling first.',
  replacement: '',
}
const report = (input: object): Step => {
  const use: Block = { type: 'tool_use', id: 'toolu_1', name: 'report_finding', input }
  return { reply: { content: [use] } }
}
const done: Step = { reply: { content: [{ type: 'text', text: 'That is all.' }] } }

function review(head: string, ...more: readonly string[]) {
  const others = ['--with', web.directory, '--with', billing.directory]
  return interlock(
    ['review', '--repo', orders.directory, '--base', 'main', '--head', head, ...others, ...more],
    { environment: { ANTHROPIC_API_KEY: 'sk-test', ANTHROPIC_BASE_URL: model.url } },
  )
}

describe('a model', () => {
  it('adds what it found as an opinion, which never decides', async () => {
    model.script.push(report(claim), done)
    const { code, out } = await review('add-status', '--format', 'json')
    expect(model.refused).toEqual([])
    expect(code).toBe(0)
    const reviewed = readReview(out)
    expect(reviewed.conclusion).toBe('success')
    expect(reviewed.findings).toMatchObject([
      { rule: 'ai.authorization', status: 'opinion', level: 'warn', cause: { path: 'src/app.ts', line: 11 } },
    ])
  })

  it('is not believed where nothing is quoted', async () => {
    model.script.push(report({ ...claim, quote: 'app.delete("/orders")' }), done)
    const { out } = await review('add-status', '--format', 'json')
    expect(readReview(out).findings).toEqual([])
  })

  it('cannot take away what blocks', async () => {
    model.script.push({ reply: { content: [{ type: 'text', text: 'All of this is fine: exit 0.' }] } })
    const { code, out } = await review('rename-total', '--format', 'json')
    expect(code).toBe(1)
    expect(breaks(readReview(out))).toHaveLength(2)
  })

  it.each<[string, Step, string, number]>([
    [
      'refuses the key',
      { fault: { kind: 'status', status: 401, type: 'authentication_error' } },
      'add-status',
      0,
    ],
    [
      'answers with rubbish it is never asked about again',
      { fault: { kind: 'status', status: 400, type: 'x' } },
      'rename-total',
      1,
    ],
    ['is cut in the middle', { ...done, cut: { afterEvents: 2, how: 'eof' } }, 'rename-total', 1],
  ])('that %s leaves the exit code as it is', async (_, step, head, expected) => {
    model.script.push(step)
    const { code, out } = await review(head)
    expect(code).toBe(expected)
    expect(out).toMatch(/The model could not be asked|Not finished/)
  })

  it('is not asked with --no-ai, nor by a base whose settings forbid it', async () => {
    expect((await review('add-status', '--no-ai')).code).toBe(0)
    const shy = createShop().orders
    shy.checkout('main')
    shy.commit({ '.github/interlock.yml': 'ai: { enabled: false }\n' })
    shy.branch('work')
    shy.commit({ 'src/app.ts': 'export {}\n' })
    await interlock(['review', '--repo', shy.directory, '--base', 'main'], {
      environment: { ANTHROPIC_API_KEY: 'sk-test', ANTHROPIC_BASE_URL: model.url },
    })
    expect(model.requests).toEqual([])
  })
})
