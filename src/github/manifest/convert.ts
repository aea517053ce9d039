import { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { messageOf, UserError } from '../../lib/errors.js'
import { redact } from '../../lib/redact.js'
import { understand } from '../client/answer.js'
import { defaultDeadlines, requestDiscipline } from '../client/deadline.js'

const shape = z
  .object({
    id: z.number().int().positive(),
    /** The app's page; its address is printed, so it is spelled without control characters. */
    html_url: z.url().transform((url) => new URL(url).href),
    /** It will stand in a file of variables: a text that needs no quotes there. */
    webhook_secret: z.string().regex(/^[^\s'"`#\\]+$/),
    pem: z.string().startsWith('-----BEGIN '),
  })
  .readonly()
  .transform(({ id, html_url, webhook_secret, pem }) => ({
    id,
    url: html_url,
    webhookSecret: webhook_secret,
    privateKey: pem,
  }))

/** An app that GitHub has just made. GitHub tells its private key this one time. */
export type RegisteredApp = z.infer<typeof shape>

/**
 * The app that a code stands for: valid for an hour, and once. A user error `setup-refused` with GitHub's reason when
 * it was not given, or when its answer never came or is not understood.
 */
export async function convertCode(apiUrl: string, code: string, signal: AbortSignal): Promise<RegisteredApp> {
  // The code stands in the path of the request: nothing of it is logged.
  const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const Client = Octokit.plugin(requestDiscipline(defaultDeadlines, () => new Date()))
  const octokit = new Client({ baseUrl: apiUrl, userAgent: 'interlock', log: quiet })
  try {
    const response = await octokit.rest.apps.createFromManifest({ code, request: { signal } })
    return understand(shape, response, 'the registration')
  } catch (error) {
    const reason = redact(messageOf(error))
    throw new UserError(
      'setup-refused',
      `GitHub did not hand over the app: ${reason}. If it stands in your settings on GitHub, delete it there and run setup again.`,
      { cause: error },
    )
  }
}

function ignore(): void {}
