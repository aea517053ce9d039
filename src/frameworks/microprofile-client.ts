import type { Framework } from '../domain/framework.js'
import { resourceMappings } from './jaxrs.js'

/** MicroProfile's REST client: interfaces in the words of JAX-RS. */
export const microprofileClient: Framework = {
  id: 'microprofile-client',
  languages: ['java', 'kotlin'],
  imports: ['org.eclipse.microprofile.rest.client.*', 'jakarta.ws.rs.*', 'javax.ws.rs.*'],
  gate: ['RegisterRestClient'],
  rules: [
    {
      id: 'client',
      emit: 'annotated',
      side: 'consumer',
      match: { on: 'decorator', name: ['RegisterRestClient'] },
      mappings: resourceMappings,
      url: ['keyword baseUri'],
      body: ['undecorated'],
    },
  ],
}
