import 'server-only'
import { headers } from 'next/headers'

/** Where the request of a server action came from, as the server in front of Next saw it. */
export async function findSender(): Promise<{ address: string }> {
  return { address: addressOf((await headers()).get(addressHeader)) }
}

export const addressHeader = 'x-carrel-client-address'

/** Without that server (in a test of a part alone) all senders are one. */
export function addressOf(header: string | null | undefined): string {
  return header ?? 'unknown'
}
