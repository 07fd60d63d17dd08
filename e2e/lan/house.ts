import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#lib/launch/project.ts'

// In a network namespace of its own, which has nothing but what is made here.
const local = '192.168.77.1'
const open = '203.0.113.5'
const demoPassword = 'correct-horse-battery'

const folder = join(projectFolder, '.test-data', 'lan')
rmSync(folder, { recursive: true, force: true })

ip('link', 'set', 'lo', 'up')
const phone = await plugIn(`${local}/24`, '192.168.77.2/24')
try {
  const alone = await startCarrel()
  assert.deepEqual(
    listening().filter((place) => !isLoopback(place)),
    [],
  )
  say('without --lan nothing listens but on this machine itself')
  await stop(alone)

  const carrel = await startCarrel('--lan')
  try {
    const outside = listening().filter((place) => !isLoopback(place))
    assert.deepEqual(outside, [`${local}:3000`, `${local}:3443`])
    say(`with --lan two ports of ${local} listen, and none of ${open}`)
    await visitFromPhone()
  } finally {
    await stop(carrel)
  }
  assert.deepEqual(listening(), [])
  say('nothing listens any more when it has stopped')
} finally {
  phone.kill()
}

/** A cable to another namespace, kept by the process that is returned; and an address as the internet has them. */
async function plugIn(here: string, there: string): Promise<ChildProcess> {
  const keeper = spawn('unshare', ['--net', 'sh', '-c', 'echo in; exec sleep infinity'])
  await once(keeper.stdout, 'data')
  ip('link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'lan1', 'netns', String(keeper.pid))
  ip('addr', 'add', here, 'dev', 'lan0')
  ip('addr', 'add', `${open}/24`, 'dev', 'lan0')
  ip('link', 'set', 'lan0', 'up')
  const inThere = ['-n', '-t', String(keeper.pid), 'ip']
  for (const words of [`addr add ${there} dev lan1`, 'link set lan1 up', 'link set lo up'])
    execFileSync('nsenter', [...inThere, ...words.split(' ')])
  return keeper
}

async function startCarrel(...options: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['lib/launch/start.ts', ...options], {
    cwd: projectFolder,
    env: { ...process.env, CARREL_DATA_DIR: folder, DEMO_PASSWORD: demoPassword },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (said.includes('Ctrl-C stops everything.')) resolve()
    })
    child.once('exit', () => reject(new Error('Carrel ended before it was ready.')))
  })
  console.log(said.replaceAll(/^/gm, '    '))
  return child
}

async function visitFromPhone(): Promise<void> {
  const script = join(projectFolder, 'e2e/lan/phone.ts')
  const visit = spawn('nsenter', ['-n', '-t', String(phone.pid), process.execPath, script, local], {
    cwd: projectFolder,
    env: { ...process.env, DEMO_PASSWORD: demoPassword },
    stdio: 'inherit',
  })
  const [code] = await once(visit, 'close')
  assert.equal(code, 0, 'what the phone saw')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function listening(): string[] {
  const lines = execFileSync('ss', ['-Hltn'], { encoding: 'utf8' }).trim().split('\n')
  return lines.flatMap((line) => line.split(/\s+/)[3] ?? []).sort()
}

function isLoopback(place: string): boolean {
  return /^(127\.|\[::1\])/.test(place)
}

function ip(...args: string[]): void {
  execFileSync('ip', args)
}

function say(line: string): void {
  console.log(`✓ ${line}`)
}
