import type { CommitRow } from '../git/read.js'
import { fullName, type Repository, type World } from '../world.js'
import { apiOf, type Shape, userShape } from './repository.js'

export function commitShape(world: World, repository: Repository, commit: CommitRow): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  const who = { name: commit.author, email: commit.email, date: commit.date }
  const user = [...world.users.values()].find((each) => each.name === commit.author)
  return {
    sha: commit.id,
    url: `${api}/commits/${commit.id}`,
    html_url: `${world.site}/${fullName(repository)}/commit/${commit.id}`,
    commit: {
      author: who,
      committer: who,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.id}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null },
    },
    author: user ? userShape(world, user) : null,
    committer: user ? userShape(world, user) : null,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}` })),
  }
}
