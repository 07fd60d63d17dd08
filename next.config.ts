import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/web/i18n.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types. A build for those who only run Carrel need not spend a third of its time on that again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    // Messages are parsed when the app is built, so no parser travels to the phone. The worker and the tests, which Next does
    // not build, parse the same files as they run.
    rules: {
      '*.json': {
        condition: { path: /lib\/i18n\/messages\/.+\.json$/ },
        loaders: ['./lib/web/compile-messages.mjs'],
        as: '*.json',
      },
    },
    resolveAlias: {
      'use-intl/format-message':
        './node_modules/use-intl/dist/esm/production/format-message/format-only.js',
    },
  },
  serverExternalPackages: ['pg-boss', '@node-rs/argon2', 'pino'],
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '1mb' },
  },
}

export default withNextIntl(config)
