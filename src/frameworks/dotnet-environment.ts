import type { Framework } from '../domain/framework.js'

/** Environment variables that .NET programs read. */
export const dotnetEnvironment: Framework = {
  id: 'dotnet-environment',
  languages: ['csharp'],
  gate: ['GetEnvironmentVariable'],
  rules: [
    {
      id: 'read',
      emit: 'environment',
      match: {
        on: 'call',
        name: ['GetEnvironmentVariable'],
        receiver: ['Environment', 'System.Environment'],
        minArguments: 1,
      },
      variable: 'argument 0',
    },
  ],
}
