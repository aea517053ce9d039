import { fullName, type Repository, type World } from '../world.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { runsAt } from './pull-page.js'
import { author, checkSign, moment, pullState } from './words.js'

/** Every repository with its pull requests, and how they stand. */
export function listPage(world: World): string {
  const repositories = [...world.repositories.values()]
  const body = html`<h1 class="title">${world.organisation.login}</h1>
  <p class="subtitle">The pull requests of this organisation, and what Interlock says of them.</p>
  ${repositories.map(repositoryBox)}`
  return layout({ title: world.organisation.login }, body)
}

function repositoryBox(repository: Repository): Html {
  const pulls = [...repository.pulls.values()].map((pull) => {
    const runs = runsAt(repository, pull.headSha)
    const signs = runs.map((run) => html`<span class="faint">${checkSign(run)} ${run.name}</span> `)
    return html`<li>${pullState(pull)}
      <a href="/${fullName(repository)}/pull/${pull.number}"><strong>${pull.title}</strong></a>
      <div class="faint">#${pull.number} by ${author(pull.author)} ${moment(pull.createdAt)}</div>
      <div>${signs}</div></li>`
  })
  const none = html`<li class="faint">No pull requests.</li>`
  return html`<article class="repository">
  <div class="box-head"><strong>${fullName(repository)}</strong> <span class="faint">${repository.description}</span></div>
  <ul class="pulls">${pulls.length > 0 ? pulls : none}</ul>
</article>`
}
