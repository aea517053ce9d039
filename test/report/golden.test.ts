import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  permalinks,
  planPublication,
  renderJson,
  renderMarkdown,
  renderText,
} from '../../src/report/index.js'
import { complete, files, opinion, reviewOf, sampleFindings } from './scenario.js'

/** Compares with a file of `fixtures/`; writes it instead when `UPDATE_GOLDEN` is set, for a person to read and commit. */
function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text)
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text)
}

const linkTo = permalinks('https://github.com')
const broken = async () => reviewOf([...(await sampleFindings()), opinion], { model: complete })
const clean = () =>
  reviewOf([], {
    conclusion: 'success',
    coverage: { changed: 2, inspected: 2, skipped: [], problems: [], repositories: [] },
  })

test('a break, for a terminal', async () => {
  expectGolden('break.txt', renderText(await broken(), { color: false, width: 100 }))
})

test('a break, for a terminal with colours', async () => {
  expectGolden('break-colored.txt', renderText(await broken(), { color: true, width: 80 }))
})

test('a break, as a document', async () => {
  expectGolden('break.md', renderMarkdown(await broken(), linkTo))
})

test('a break, for a machine, as the schema says', async () => {
  const json = renderJson(await broken())
  expectGolden('break.json', json)
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../schemas/review.json', import.meta.url), 'utf8'),
  )
  const validate = new Ajv2020({ strict: false }).compile(schema as object)
  expect(validate(JSON.parse(json)) ? [] : validate.errors).toEqual([])
})

test('a break, on a pull request', async () => {
  const plan = planPublication(await broken(), files, { linkTo })
  const [required, advisory] = plan.checks
  const parts = [
    ...plan.comments.map(
      ({ anchor, body }) => `<!-- comment ${anchor.side} ${anchor.path}:${anchor.line} -->\n${body}`,
    ),
    `<!-- summary comment -->\n${plan.summary}`,
    `<!-- ${required.conclusion}: ${required.title} -->\n${required.summary}`,
    `<!-- ${advisory.conclusion}: ${advisory.title} -->\n${advisory.summary}`,
    `<!-- annotations ${JSON.stringify([...required.annotations, ...advisory.annotations], null, 2)} -->`,
  ]
  expectGolden('break-published.md', `${parts.join('\n\n')}\n`)
})

test('a clean change, everywhere', () => {
  const plan = planPublication(clean(), [], { linkTo })
  expect(plan).toMatchObject({ comments: [], summary: null, open: [] })
  expect(plan.checks[0]).toMatchObject({ conclusion: 'success', annotations: [] })
  const parts = [
    renderText(clean(), { color: false, width: 100 }),
    renderMarkdown(clean(), linkTo),
    plan.checks[0].title,
    plan.checks[0].summary,
  ]
  expectGolden('clean.md', `${parts.join('\n\n')}\n`)
})
