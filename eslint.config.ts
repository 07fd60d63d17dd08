import { basename } from 'node:path'
import { defineConfig, globalIgnores } from 'eslint/config'
import type { Linter, Rule } from 'eslint'
import next from 'eslint-config-next/core-web-vitals'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import typescript from 'typescript-eslint'

type Boundary = { regex: string; message: string; allowTypeImports?: boolean }

/** Lib folders that are not domains: what every domain stands on. */
const foundations = 'access|db|i18n|queue|web|launch|testing'
/** Domain modules beside schema and policy that are pure and run in the browser as well. */
const pureModules = 'bookings/pass|bookings/seat-state|bookings/verdict|scanning/codes'

const automation: Boundary = {
  regex: '^(playwright(-core)?|@playwright/|@sparticuz/chromium|puppeteer)',
  message: 'A browser is driven in jobs/ils and e2e alone.',
}
const noTesting: Boundary = {
  regex: '^#lib/testing/',
  message:
    'Factories and test databases are for tests: what the product needs belongs in its domain.',
}
const noLaunch: Boundary = {
  regex: '^#lib/launch/',
  message: 'lib/launch starts the processes; none of them knows it.',
}
const noJobs: Boundary = {
  regex: '^#jobs/',
  message:
    'A job is reached through its queue: define it in lib/queue and enqueue it in the operation.',
}
const noApp: Boundary = {
  regex: '^#app/',
  message:
    'Routes are entrances: move what is shared to components or lib, and hand actions down as props.',
}
const noComponents: Boundary = {
  regex: '^#components/',
  message: 'lib and jobs draw nothing: put texts into lib/i18n and views into components.',
}
const noWeb: Boundary = {
  regex: '^#lib/web/',
  message: 'Only app knows lib/web: take the actor, the language and the time as arguments.',
}
const noNext: Boundary = {
  regex: '^(next|next-intl|server-only)(/|$)',
  message: 'Only lib/web, app and components know Next: the worker runs the same code without it.',
}
const noNextAuth: Boundary = {
  regex: '^next-auth(/|$)',
  message: 'Only lib/web and app/api/auth know next-auth: take an actor.',
}
const noReact: Boundary = {
  regex: '^(react|react-dom|react-aria-components)(/|$)',
  message:
    'React belongs in components; in lib only mail templates in lib/notices and lib/web import it.',
}
const noDatabase: Boundary = {
  regex: '^(#lib/db/|@prisma/|pg$|pg-boss$)',
  message:
    'A page asks a query or an operation of a domain (lib/<domain>); only lib and jobs know the database.',
}
const noQueue: Boundary = {
  regex: '^#lib/queue/',
  message: 'An operation enqueues its job inside its own transaction.',
}
const noServerSide: Boundary = {
  regex: `^#lib/(env|log|metrics)\\.ts$|^#lib/health/queries`,
  message: 'Components run in the browser: let the page read it and pass it as a prop.',
}
const noOperations: Boundary = {
  regex: `^#lib/(?!(${foundations})/|(${pureModules})\\.ts$|[^/]+/(schema|policy)\\.ts$)[^/]+/`,
  message:
    'Components take data and actions as props; of a domain they import schema.ts and policy.ts (and types).',
  allowTypeImports: true,
}
const noDomains: Boundary = {
  regex: `^#lib/(?!(${foundations})/)[^/]+/`,
  message:
    'What every domain stands on knows none of them: move the domain part into lib/<domain>.',
}
const noClimbing: Boundary = {
  regex: '^\\.\\./(?!.*package\\.json$)',
  message:
    'Write the path from the root (#lib/…, #components/…): it shows which border is crossed.',
}

function borders(files: string[], boundaries: Boundary[], ignores: string[] = []): Linter.Config {
  return {
    name: `borders of ${files.join(', ')}`,
    files,
    ignores,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: boundaries }] },
  }
}

const tests = ['**/*.test.{ts,tsx}', 'lib/testing/**']
const inLib = [noApp, noComponents, noJobs, noNextAuth, automation, noClimbing]

const fileNames: Rule.RuleModule = {
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename).replace(
        /(\.(test|spec|worker|config|d))*\.m?tsx?$/,
        '',
      )
      const message =
        /^(index|utils?|helpers?|service|repository|types?|constants?|common|misc)$/.test(name)
          ? `"${name}" says nothing: name the file after the one thing it does.`
          : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && 'File names are kebab-case.'
      if (message) context.report({ node, message })
    },
  }),
}

export default defineConfig(
  globalIgnores([
    '.next/',
    'lib/db/generated/',
    'data/',
    '.test-data/',
    'shots/',
    'public/',
    'next-env.d.ts',
  ]),
  {
    name: 'no way around a rule',
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  ...next,
  ...typescript.configs.recommended,
  {
    name: 'the house',
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX as never, house: { rules: { 'file-names': fileNames } } },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
    },
    rules: {
      'house/file-names': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
    },
  },
  {
    name: 'what runs for people writes a structured log',
    files: ['{app,components,jobs,lib}/**/*.{ts,tsx}'],
    ignores: ['lib/{launch,testing}/**'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'hooks are React’s; elsewhere a function may be called use',
    files: ['lib/**', 'jobs/**', 'e2e/**', 'prisma/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    name: 'named exports',
    files: ['{lib,components,jobs,e2e}/**/*.{ts,tsx}'],
    ignores: ['lib/web/i18n.ts'],
    rules: { 'import-x/no-default-export': 'error' },
  },
  {
    name: 'tests run, all of them',
    files: ['**/*.test.{ts,tsx}', 'e2e/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(skip|only|todo|fixme|skipIf|runIf)$/]',
          message: 'A skipped test is a defect: mend it or delete it.',
        },
      ],
    },
  },
  borders(
    ['components/**'],
    [
      noApp,
      noWeb,
      noJobs,
      noDatabase,
      noQueue,
      noServerSide,
      noOperations,
      noNextAuth,
      noTesting,
      noLaunch,
      automation,
      noClimbing,
    ],
  ),
  borders(['app/**', 'proxy.ts'], [noDatabase, noQueue, noJobs, noTesting, noLaunch, automation]),
  borders(
    ['lib/web/**'],
    [noApp, noComponents, noJobs, noTesting, noLaunch, automation, noClimbing],
  ),
  borders(
    ['lib/*/**'],
    [...inLib, noWeb, noNext, noReact, noTesting, noLaunch],
    [...tests, `lib/{${foundations.replaceAll('|', ',')}}/**`],
  ),
  borders(
    ['lib/*.ts', 'lib/{access,db,i18n,queue}/**'],
    [...inLib, noWeb, noNext, noReact, noTesting, noLaunch, noDomains],
    tests,
  ),
  borders(['lib/launch/**'], [noApp, noComponents, noNextAuth, noReact], tests),
  borders(
    ['jobs/**'],
    [
      noApp,
      noComponents,
      noWeb,
      noNext,
      noNextAuth,
      noReact,
      noTesting,
      noLaunch,
      automation,
      noClimbing,
    ],
    [...tests, 'jobs/ils/**'],
  ),
  borders(
    ['jobs/ils/**'],
    [noApp, noComponents, noWeb, noNext, noNextAuth, noReact, noTesting, noLaunch],
    tests,
  ),
)
