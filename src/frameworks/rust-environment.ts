import type { Framework } from '../domain/framework.js'

/** Environment variables of Rust's standard library, and of dotenv. */
export const rustEnvironment: Framework = {
  id: 'rust-environment',
  languages: ['rust'],
  imports: ['std', 'std::env', 'dotenvy', 'dotenv', 'dotenvy_macro'],
  gate: ['env::', 'dotenv'],
  rules: [
    {
      id: 'var',
      emit: 'environment',
      match: { on: 'call', name: ['var', 'var_os'], receiver: ['env', 'dotenvy', 'dotenv'], minArguments: 1 },
      variable: 'argument 0',
      default: 'chained unwrap_or argument 0',
    },
  ],
}
