import type { Framework } from '../domain/framework.js'

/** Variables that are read when the program is compiled, but for those that cargo itself sets. */
export const rustBuildEnvironment: Framework = {
  id: 'rust-build-environment',
  languages: ['rust'],
  gate: ['env!('],
  rules: [
    {
      id: 'macro',
      emit: 'environment',
      match: { on: 'call', name: ['env', 'option_env'], receiver: [''], minArguments: 1 },
      variable: 'argument 0',
      except: [
        'CARGO',
        'CARGO_BIN_NAME',
        'CARGO_CRATE_NAME',
        'CARGO_MANIFEST_DIR',
        'CARGO_PKG_AUTHORS',
        'CARGO_PKG_DESCRIPTION',
        'CARGO_PKG_HOMEPAGE',
        'CARGO_PKG_LICENSE',
        'CARGO_PKG_NAME',
        'CARGO_PKG_REPOSITORY',
        'CARGO_PKG_VERSION',
        'CARGO_PKG_VERSION_MAJOR',
        'CARGO_PKG_VERSION_MINOR',
        'CARGO_PKG_VERSION_PATCH',
        'CARGO_PRIMARY_PACKAGE',
        'CARGO_TARGET_TMPDIR',
        'OUT_DIR',
      ],
    },
  ],
}
