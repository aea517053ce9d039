import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { computeVersion, decisive, extractorVersion } from '../../src/extraction/version.js'
import { temporaryFolder } from '../support/git.js'
import { read, root } from '../support/source.js'

describe('the version of the extractor', () => {
  test('is another one after any change of the code or the packages that make facts, and only then', () => {
    const folder = temporaryFolder()
    for (const each of ['package.json', 'src'])
      cpSync(join(root, each), join(folder, each), { recursive: true })
    const version = () => computeVersion(join(folder, 'src'))
    expect(version()).toBe(extractorVersion())
    const said = new Set([version()])
    for (const [path, change] of [
      ['src/frameworks/express.ts', (text: string) => text.replace('express', 'exprezz')],
      ['src/languages/go/index.ts', (text: string) => `${text}\n`],
      ['src/facts/skip.ts', (text: string) => text.replace('1_000_000', '1_000_001')],
      ['package.json', (text: string) => text.replace('"web-tree-sitter": "', '"web-tree-sitter": "1')],
    ] as const) {
      writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')))
      said.add(version())
    }
    expect(said.size).toBe(5)
    writeFileSync(join(folder, 'src/report.ts'), 'export const anything = 1')
    expect(said.has(version())).toBe(true)
  })

  test('rests on every room that the reader uses', () => {
    const files = new Set(['src/extraction/reader.ts'])
    for (const path of files) for (const each of usedBy(path)) files.add(each)
    const rooms = new Set([...files].map((path) => path.split('/')[1]?.replace('.ts', '')))
    expect([...rooms].sort()).toEqual([...decisive])
  })
})

/** What a file imports and runs; commands stand in the catalogue and say nothing of files. */
function usedBy(path: string): readonly string[] {
  const imported = read(path).matchAll(/^(?:import|export) (?!type )[^']*? from '(\.[^']+)\.js'/gm)
  return [...imported]
    .map(([, module = '']) => join(dirname(path), `${module}.ts`))
    .filter((each) => !each.startsWith('src/commands/'))
}
