import { DomainError } from '#lib/errors.ts'
import { refuse } from '#lib/web/route.ts'

/** Who asks for data gets data, even where there is none. */
function nothingHere(): Promise<Response> {
  return refuse(new DomainError('NOT_FOUND'), 'api.unknown')
}

export const dynamic = 'force-dynamic'
export {
  nothingHere as GET,
  nothingHere as POST,
  nothingHere as PUT,
  nothingHere as PATCH,
  nothingHere as DELETE,
}
