import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// A zone that no test expects, with an offset of quarter hours: what leans on the machine's own zone fails here.
process.env.TZ = 'Asia/Kathmandu'

export default defineConfig({
  resolve: {
    // Outside of Next this package only throws.
    alias: {
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,jobs,lib,prisma}/**/*.test.{ts,tsx}'],
    globalSetup: 'lib/testing/global-setup.ts',
    setupFiles: 'lib/testing/setup.ts',
    // Tests that race, or start programs, share few cores with each other.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    expect: { requireAssertions: true },
  },
})
