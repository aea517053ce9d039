import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { createRepository } from '../support/git.js'
import { parseBySchema } from './support/schema.js'
import { createShop } from './support/shop.js'
import { interlock } from './support/terminal.js'

const { orders, web, billing } = createShop()
const folder = mkdtempSync(join(tmpdir(), 'interlock-map-'))
const environment = { INTERLOCK_DIRECTORY: folder }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const contracts = z.object({
  contracts: z.array(
    z.object({ consumer: z.string(), provider: z.string(), kind: z.string(), strength: z.string() }),
  ),
})

describe('index and map', () => {
  it('say that nothing is indexed, and what to do', async () => {
    const { code, out, error } = await interlock(['map'], { environment })
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain('interlock index DIR')
    expect((await interlock(['index'], { environment })).error).toContain('Which folders?')
  })

  it('read clones once, and then what is new', async () => {
    const repositories = [orders, web, billing].map(({ directory }) => directory)
    const first = await interlock(['index', ...repositories], { environment })
    expect(first.out.split('\n').map((line) => line.replace(/.*, /, ''))).toEqual([
      'read',
      'read',
      'read',
      '',
    ])
    const again = await interlock(['index', ...repositories], { environment })
    expect(again.out).toContain('nothing new')
  })

  it('draw who relies on whom', async () => {
    const json = await interlock(['map', '--format', 'json'], { environment })
    expect(
      contracts
        .parse(parseBySchema('map', json.out))
        .contracts.map((each) => `${each.consumer} → ${each.provider} ${each.kind}`),
    ).toEqual(['billing → orders http', 'web → orders http'])
    const { out } = await interlock(['map'], { environment })
    expect(out).toContain('→ orders  http: 1 element in 1 place')
    expect((await interlock(['map', '--format', 'mermaid'], { environment })).out).toMatch(
      /^flowchart LR\n {2}s0\["billing"\]/,
    )
  })

  it('let no name of a repository become markup', async () => {
    const evil = createRepository({
      'compose.yaml': 'services:\n  "a]<script>alert(1)</script>":\n    build: ./src\n',
      'src/a.ts': "fetch('/x<script>')\n",
    })
    const own = { INTERLOCK_DIRECTORY: join(folder, 'evil') }
    for (const format of ['svg', 'mermaid']) {
      const { out } = await interlock(['map', evil.directory, '--format', format], { environment: own })
      expect(out).toContain('script')
      expect(out).not.toContain('<script')
    }
  })
})
