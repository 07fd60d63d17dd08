import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PassScreen } from '#components/pass/pass-screen.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pass'))('title') }
}

/** Open to everybody: it shows what this phone keeps, and only the route that hands out keys asks who it is. */
export default function PassPage() {
  return <PassScreen />
}
