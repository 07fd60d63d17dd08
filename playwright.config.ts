import { defineConfig } from '@playwright/test'
import { findPort } from '#lib/launch/ports.ts'
import { findBrowser } from '#lib/testing/browser.ts'
import { describeE2eApp } from '#lib/testing/e2e-app.ts'

// Read by the workers as well: they inherit the port that the first reader chose.
process.env.E2E_PORT ??= String(await findPort('127.0.0.1', 3100))
const { url } = describeE2eApp()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // A journey that passes at the second try is broken.
  retries: 0,
  // A journey at the door measures time: another beside it would take its processor.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    launchOptions: await findBrowser(),
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node lib/testing/e2e-server.ts',
    url: `${url}/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
