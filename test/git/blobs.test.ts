import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createRepository, runGit, type TestRepository, temporaryFolder } from '../support/git.js'
import { opened } from './support/opened.js'

function blobOf(repository: TestRepository, path: string): string {
  return repository.git('rev-parse', `HEAD:${path}`)
}

/** Only Linux shows what runs. */
const onLinux = existsSync('/proc/self') ? test : test.skip

/** The `cat-file` processes that serve a git directory now. */
function readersOf(directory: string): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return (
        command.includes('cat-file') &&
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`GIT_DIR=${directory}\0`)
      )
    } catch {
      // It ended while we looked.
      return false
    }
  })
}

describe('a blob', () => {
  test('is its text', async () => {
    const orders = createRepository({ 'orders.ts': 'const größe = "注文"\r\n', 'empty.ts': '' })
    const repository = await opened(orders.directory)
    const id = blobOf(orders, 'orders.ts')
    expect(await repository.readBlob(id)).toEqual({ id, text: 'const größe = "注文"\r\n' })
    expect(await repository.readBlob(blobOf(orders, 'empty.ts'))).toMatchObject({ text: '' })
  })

  test.each([
    ['missing', 'd'.repeat(40), 'is missing from this clone'],
    ['named by no id', 'HEAD:orders.ts', 'has a name that is no object id'],
    ['an attack on the pipe', `${'d'.repeat(40)}\ncontents HEAD`, 'has a name that is no object id'],
  ])('that is %s is a problem', async (_, id, problem) => {
    const orders = createRepository({ 'orders.ts': 'x' })
    expect(await (await opened(orders.directory)).readBlob(id)).toEqual({
      problem: expect.stringContaining(problem),
    })
  })

  test('that is binary, too large or a commit is a problem, and the next one is read', async () => {
    const orders = createRepository({
      'logo.png': Buffer.from([0x89, 0x50, 0, 1]),
      'late.txt': `${'x'.repeat(8000)}\0`,
      'data.json': 'x'.repeat(1024 * 1024 + 1),
      'orders.ts': 'x',
    })
    const repository = await opened(orders.directory)
    const read = (path: string) => repository.readBlob(blobOf(orders, path))
    expect(await read('logo.png')).toEqual({ problem: expect.stringContaining('is binary') })
    expect(await read('late.txt')).toMatchObject({ text: expect.stringContaining('\0') })
    expect(await read('data.json')).toEqual({
      problem: expect.stringContaining('is too large: 1048577 bytes'),
    })
    expect(await repository.readBlob(orders.head())).toEqual({
      problem: expect.stringContaining('is a commit'),
    })
    expect(await read('orders.ts')).toMatchObject({ text: 'x' })
  })

  test('of 60 MB is refused in milliseconds', async () => {
    const orders = createRepository({ 'orders.ts': 'x' })
    const id = execFileSync('sh', ['-c', 'head -c 60000000 /dev/zero | git hash-object -w --stdin'], {
      cwd: orders.directory,
      encoding: 'utf8',
    }).trim()
    const repository = await opened(orders.directory)
    await repository.readBlob(blobOf(orders, 'orders.ts'))
    const started = performance.now()
    expect(await repository.readBlob(id)).toEqual({ problem: expect.stringContaining('is too large') })
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('many blobs', () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`${index}.ts`, `order ${index}\n`.repeat(index)]),
  )

  onLinux('asked at once come through one process, each to who asked', async () => {
    const orders = createRepository(files)
    const repository = await opened(orders.directory)
    const tree = await repository.tree(orders.head())
    const texts = await Promise.all([...tree.values()].map((each) => repository.readBlob(each.blob)))
    expect(texts.map((each) => 'text' in each && each.text)).toEqual(
      [...tree.keys()].map((path) => files[path]),
    )
    expect(readersOf(repository.directory)).toHaveLength(1)
    await repository.close()
    expect(readersOf(repository.directory)).toHaveLength(0)
    expect(await repository.readBlob(blobOf(orders, '1.ts'))).toEqual({
      problem: expect.stringContaining('closed'),
    })
  })

  onLinux('survive the death of the process that reads them', async () => {
    const orders = createRepository(files)
    const repository = await opened(orders.directory)
    const tree = await repository.tree(orders.head())
    await repository.readBlob(blobOf(orders, '1.ts'))
    const all = Promise.all([...tree.values()].map((each) => repository.readBlob(each.blob)))
    for (const pid of readersOf(repository.directory)) process.kill(pid, 'SIGKILL')
    expect((await all).every((each) => 'text' in each)).toBe(true)
  })

  test('of a partial clone are problems one by one where they are missing, and nothing is fetched', async () => {
    const orders = createRepository(files)
    orders.git('config', 'uploadpack.allowFilter', 'true')
    const partial = join(temporaryFolder(), 'orders.git')
    const origin = `file://${orders.directory}`
    runGit(orders.directory, ['clone', '--quiet', '--bare', '--filter=blob:limit=1k', origin, partial])
    const repository = await opened(partial)
    const tree = await repository.tree(orders.head())
    const read = async (path: string) => repository.readBlob(tree.get(path)?.blob ?? '')
    const paths = ['1.ts', '250.ts', '2.ts', '251.ts', '3.ts']
    const answers = await Promise.all(paths.map(read))
    expect(answers.map((each) => 'text' in each)).toEqual([true, false, true, false, true])
    const base = orders.head()
    const head = orders.commit({ '1.ts': 'changed\n', '250.ts': 'changed\n' })
    runGit(partial, ['fetch', '--quiet', '--filter=blob:limit=1k', origin, '+main:main'])
    expect(await repository.diff(base, head)).toMatchObject([
      { new: { path: '1.ts' }, hunks: [{ oldCount: 1 }] },
      { new: { path: '250.ts' }, hunks: [], problem: 'its content is missing from this clone' },
    ])
    const searching = repository.grep(head, { text: 'order', regex: false, limit: 1000 })
    await expect(searching).rejects.toMatchObject({ code: 'partial-clone' })
  })
})
