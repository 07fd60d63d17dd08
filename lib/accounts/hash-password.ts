import { hash, verify } from '@node-rs/argon2'

/** What OWASP advises for argon2id, which is the library's own choice of algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** At most this many at once, so that a crowd at the door costs time and not memory. */
const placesAtOnce = 4

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost))
}

/**
 * Whether the password is the one behind `passwordHash`. Without a hash (nobody has this e-mail, or the person signs in
 * elsewhere) it works just as long and says no, so that the time tells nothing about who has an account.
 */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await inTurn(async () => verify(passwordHash ?? (await nobodysHash()), password))
  return isRight && Boolean(passwordHash)
}

let madeOnce: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  madeOnce ??= hash('the password of nobody', cost)
  return madeOnce
}

let placesTaken = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (placesTaken < placesAtOnce) placesTaken++
  // Whoever leaves hands the place over, so the count stays.
  else await new Promise<void>((enter) => waiting.push(enter))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else placesTaken--
  }
}
