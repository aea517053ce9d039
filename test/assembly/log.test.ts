import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

it('no secret stands in a line that is logged, wherever it was', () => {
  const out = execFileSync(
    process.execPath,
    ['--import', here('../store/register-typescript.mjs'), here('logging-child.ts')],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  )
  const lines = out.trim().split('\n')
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    expect(() => JSON.parse(line)).not.toThrow()
    expect(line).toContain('<<SECRET:')
    expect(line).not.toMatch(/ghs_|sk-ant-|hunter2hunter2/)
  }
})
