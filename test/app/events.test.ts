import { describe, expect, it } from '@jest/globals'
import { eventNames, jobsFor } from '../../src/app/events/index.js'
import { jobPayloads } from '../../src/domain/job.js'

const installation = { id: 71, node_id: 'I_71' }
const repository = { id: 7, full_name: 'acme/orders', name: 'orders', default_branch: 'main', private: true }
const dana = { login: 'dana', type: 'User', id: 3 }
const base = { installation, repository, sender: dana, organization: { login: 'acme' } }
const head = 'a'.repeat(40)
const pull_request = { number: 4, state: 'open', user: dana, head: { sha: head }, base: { ref: 'main' } }
const review = { kind: 'review', key: 'review:7#4', lane: 'pull:7#4' }
const comment = { id: 55, body: '/recheck', user: dana }
const issue = { number: 4, state: 'open', pull_request: { url: 'https://api.github.com/…' } }
const written = { ...base, action: 'created', issue, comment }
const group = {
  head_sha: head,
  head_ref: 'gh-readonly-queue/main/pr-4',
  base_sha: 'b'.repeat(40),
  base_ref: 'refs/heads/main',
}
const moved = { ...base, changes: { repository: { name: { from: 'order' } } } }

type Row = readonly [name: string, event: string, payload: object, jobs: readonly object[]]

const rows: readonly Row[] = [
  ...['opened', 'synchronize', 'reopened', 'ready_for_review', 'closed'].map(
    (action): Row => [`pull_request.${action}`, 'pull_request', { ...base, action, pull_request }, [review]],
  ),
  [
    'a base that changed',
    'pull_request',
    { ...base, action: 'edited', pull_request, changes: { base: { ref: { from: 'v1' } } } },
    [review],
  ],
  [
    'a title that changed',
    'pull_request',
    { ...base, action: 'edited', pull_request, changes: { title: { from: 'x' } } },
    [],
  ],
  ['a label', 'pull_request', { ...base, action: 'labeled', pull_request }, []],
  [
    'a command',
    'issue_comment',
    written,
    [{ kind: 'command', lane: 'command:7#4', payload: { author: 'dana', line: '/recheck' } }],
  ],
  [
    'a comment without a command',
    'issue_comment',
    { ...written, comment: { ...comment, body: 'Nice.' } },
    [],
  ],
  ['a command on an issue', 'issue_comment', { ...written, issue: { number: 4, state: 'open' } }, []],
  [
    'a command on a closed pull request',
    'issue_comment',
    { ...written, issue: { ...issue, state: 'closed' } },
    [],
  ],
  ['a command of a bot', 'issue_comment', { ...written, sender: { login: 'x[bot]', type: 'Bot' } }, []],
  [
    'a command in the name of somebody else',
    'issue_comment',
    { ...written, sender: { login: 'mallory', type: 'User' } },
    [],
  ],
  ['a command of a ghost', 'issue_comment', { ...written, comment: { ...comment, user: null } }, []],
  ['a command that was edited in', 'issue_comment', { ...written, action: 'edited' }, []],
  ['a command that was deleted', 'issue_comment', { ...written, action: 'deleted' }, []],
  [
    'a check that is run again',
    'check_run',
    { ...base, action: 'rerequested', check_run: { head_sha: head, pull_requests: [] } },
    [{ kind: 'rerun', payload: { head } }],
  ],
  [
    'a suite that is run again',
    'check_suite',
    { ...base, action: 'rerequested', check_suite: { head_sha: head } },
    [{ kind: 'rerun' }],
  ],
  ['our own check', 'check_run', { ...base, action: 'completed', check_run: { head_sha: head } }, []],
  [
    'a merge group',
    'merge_group',
    { ...base, action: 'checks_requested', merge_group: group },
    [{ kind: 'merge-group', payload: { action: 'check', head } }],
  ],
  [
    'a merge group that is gone',
    'merge_group',
    { ...base, action: 'destroyed', reason: 'merged', merge_group: group },
    [{ kind: 'merge-group', payload: { action: 'destroyed' } }],
  ],
  [
    'a push to the default branch',
    'push',
    { ...base, ref: 'refs/heads/main' },
    [{ kind: 'index', key: 'index:7' }],
  ],
  ['a push elsewhere', 'push', { ...base, ref: 'refs/heads/mainly' }, []],
  ['a tag of that name', 'push', { ...base, ref: 'refs/tags/main' }, []],
  [
    'an installation',
    'installation',
    { action: 'created', installation, repositories: [] },
    [{ kind: 'install' }],
  ],
  ['one that comes back', 'installation', { action: 'unsuspend', installation }, [{ kind: 'install' }]],
  [
    'one that is removed',
    'installation',
    { action: 'deleted', installation },
    [{ kind: 'forget', payload: { repositories: null } }],
  ],
  ['one that is suspended', 'installation', { action: 'suspend', installation }, [{ kind: 'forget' }]],
  [
    'more repositories',
    'installation_repositories',
    { action: 'added', installation, repositories_added: [repository] },
    [{ kind: 'install' }],
  ],
  [
    'fewer repositories',
    'installation_repositories',
    { action: 'removed', installation, repositories_removed: [repository] },
    [{ kind: 'forget', payload: { repositories: [{ id: 7, name: 'acme/orders' }] } }],
  ],
  [
    'another name',
    'repository',
    { ...moved, action: 'renamed' },
    [{ kind: 'forget', payload: { repositories: [{ id: 7, name: 'acme/order' }] } }, { kind: 'install' }],
  ],
  ...['transferred', 'privatized', 'publicized'].map(
    (action): Row => [
      `repository.${action}`,
      'repository',
      { ...base, action },
      [{ kind: 'forget' }, { kind: 'install' }],
    ],
  ),
  ['a repository that is deleted', 'repository', { ...base, action: 'deleted' }, [{ kind: 'forget' }]],
  ['a ping', 'ping', { zen: 'Keep it logically awesome.', hook_id: 1 }, []],
  ['an event of the future', 'sparkle', { action: 'shone' }, []],
]

it.each(rows)('%s', (_name, event, payload, expected) => {
  const jobs = jobsFor(event, payload)
  expect(jobs).toHaveLength(expected.length)
  expect(jobs).toMatchObject(expected)
})

it('makes payloads that the queue takes', () => {
  for (const [, event, payload] of rows) {
    for (const job of jobsFor(event, payload) ?? []) {
      const shape = Object.entries(jobPayloads).find(([kind]) => kind === job.kind)?.[1]
      expect(shape?.parse(job.payload)).toEqual(job.payload)
    }
  }
})

it('tells of a payload that it does not understand, and never throws', () => {
  for (const name of eventNames) {
    const [event = '', action] = name.split('.')
    expect(jobsFor(event, { action })).toBeNull()
  }
  for (const nonsense of [null, 4, 'text', [], { action: 4 }])
    expect(() => jobsFor('push', nonsense)).not.toThrow()
  expect(jobsFor('constructor', {})).toEqual([])
})

describe('priorities', () => {
  it('put a person before a bot, and a command before both', () => {
    const of = (event: string, payload: object) => jobsFor(event, payload)?.[0]?.priority ?? Number.NaN
    const opened = { ...base, action: 'opened', pull_request }
    const bot = {
      ...opened,
      pull_request: { ...pull_request, user: { login: 'renovate[bot]', type: 'Bot' } },
    }
    expect(of('issue_comment', written)).toBeGreaterThan(of('pull_request', opened))
    expect(of('pull_request', opened)).toBeGreaterThan(of('pull_request', bot))
    expect(of('pull_request', bot)).toBeGreaterThan(of('push', { ...base, ref: 'refs/heads/main' }))
  })
})
