export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response('pong', {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
