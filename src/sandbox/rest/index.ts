import { graphqlRoutes } from '../graphql/execute.js'
import type { Route } from '../http/route.js'
import type { Tokens } from '../identity.js'
import type { Webhooks } from '../webhooks.js'
import { appRoutes } from './app.js'
import { checkRunRoutes } from './check-runs.js'
import { commitRoutes } from './commits.js'
import { contentRoutes } from './contents.js'
import { deliveryRoutes } from './deliveries.js'
import { issueCommentRoutes } from './issue-comments.js'
import { metaRoutes } from './meta.js'
import { pullRoutes } from './pulls.js'
import { reactionRoutes } from './reactions.js'
import { repositoryRoutes } from './repositories.js'
import { reviewCommentRoutes } from './review-comments.js'
import { reviewRoutes } from './reviews.js'

/** Every route of the API, one file a resource; the first that matches answers, so fixed names stand before any. */
export function apiRoutes(tokens: Tokens, webhooks: Webhooks): readonly Route[] {
  return [
    ...metaRoutes,
    ...appRoutes(tokens),
    ...deliveryRoutes(webhooks),
    ...repositoryRoutes,
    ...pullRoutes,
    ...reviewRoutes,
    ...reviewCommentRoutes,
    ...issueCommentRoutes,
    ...reactionRoutes,
    ...checkRunRoutes,
    ...contentRoutes,
    ...commitRoutes,
    ...graphqlRoutes,
  ]
}
