import type { Role } from '#lib/access/actor.ts'

/** Who may what, once more and by hand: the suite holds the built product to it. What is built and not in here fails. */

export const people = ['nobody', 'member', 'operator', 'librarian', 'admin'] as const
export type Person = (typeof people)[number]

export const everybodySignedIn: Role[] = ['member', 'operator', 'librarian', 'admin']

/**
 * `public`: for everybody. `entrance`: for nobody; who is signed in goes to the start page. Else the roles that may: nobody
 * is asked to sign in, the others are refused.
 */
export const pages: Record<string, 'public' | 'entrance' | Role[]> = {
  '/sign-in': 'entrance',
  '/register': 'entrance',
  '/forgot-password': 'public',
  '/reset-password/[token]': 'public',
  '/confirm-email/[token]': 'public',
  '/first-admin/[token]': 'public',
  // The same for everybody: what it shows lies on the phone.
  '/pass': 'public',
  '/': everybodySignedIn,
  '/seats': everybodySignedIn,
  '/bookings': ['member'],
  '/settings': everybodySignedIn,
  '/settings/devices': everybodySignedIn,
  '/settings/delete-account': everybodySignedIn,
  '/admin/check-in': ['admin'],
  '/admin/outbox': ['admin'],
  '/admin/users': ['admin'],
  '/admin/users/[userId]': ['admin'],
  '/admin/audit': ['admin'],
  '/admin/bookings': ['admin'],
  '/admin/rules': ['admin'],
}

/** Route handlers by method; a method that is not named must not answer. */
export const routes: Record<string, Partial<Record<Method, 'public' | Role[]>>> = {
  '/health': { GET: 'public' },
  '/health/live': { GET: 'public' },
  '/health/ready': { GET: 'public' },
  '/ping': { GET: 'public' },
  '/favicon.ico': { GET: 'public' },
  '/apple-icon.png': { GET: 'public' },
  '/icon.svg': { GET: 'public' },
  '/manifest.webmanifest': { GET: 'public' },
  '/api/[[...path]]': {
    GET: 'public',
    POST: 'public',
    PUT: 'public',
    PATCH: 'public',
    DELETE: 'public',
  },
  '/api/auth/[...nextauth]': { GET: 'public', POST: 'public' },
  '/api/v1/events': { GET: everybodySignedIn },
  '/api/v1/seats/day': { GET: everybodySignedIn },
  '/api/v1/pass-keys': { GET: ['member'] },
  '/api/v1/check-in/arrivals': { GET: ['admin'] },
  '/api/v1/check-in/departures': { POST: ['admin'] },
  '/api/v1/check-in/scans': { POST: ['admin'] },
  '/api/v1/check-in/verifications': { POST: ['admin'] },
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** Server actions by file and name. */
export const actions: Record<string, 'public' | Role[]> = {
  'app/actions.ts chooseLocale': 'public',
  'app/actions.ts chooseTheme': 'public',
  'app/(public)/register/actions.ts register': 'public',
  'app/(public)/sign-in/actions.ts signOut': everybodySignedIn,
  'app/(public)/forgot-password/actions.ts requestPasswordReset': 'public',
  'app/(public)/reset-password/[token]/actions.ts resetPassword': 'public',
  'app/(public)/confirm-email/[token]/actions.ts confirmEmail': 'public',
  'app/(public)/first-admin/[token]/actions.ts becomeFirstAdmin': 'public',
  'app/(member)/settings/actions.ts updateProfile': everybodySignedIn,
  'app/(member)/settings/actions.ts requestEmailConfirmation': everybodySignedIn,
  'app/(member)/settings/actions.ts changeEmail': everybodySignedIn,
  'app/(member)/settings/actions.ts changePassword': everybodySignedIn,
  'app/(member)/settings/devices/actions.ts endOwnSession': everybodySignedIn,
  'app/(member)/settings/devices/actions.ts signOutEverywhere': everybodySignedIn,
  'app/(member)/settings/delete-account/actions.ts eraseOwnAccount': everybodySignedIn,
  'app/admin/users/[userId]/actions.ts verifyUser': ['admin'],
  'app/admin/users/[userId]/actions.ts unverifyUser': ['admin'],
  'app/admin/users/[userId]/actions.ts setRoles': ['admin'],
  'app/admin/users/[userId]/actions.ts renameUser': ['admin'],
  'app/admin/users/[userId]/actions.ts setUserEmail': ['admin'],
  'app/(member)/seats/actions.ts bookSeat': ['member'],
  'app/admin/rules/actions.ts saveRule': ['admin'],
  'app/admin/rules/actions.ts retireRule': ['admin'],
  'app/admin/rules/actions.ts tryRule': ['admin'],
  'app/admin/bookings/actions.ts cancelBookingFor': ['admin'],
  'app/(member)/seats/actions.ts moveBooking': ['member'],
  'app/(member)/bookings/actions.ts shortenBooking': ['member'],
  'app/(member)/bookings/actions.ts undoChange': ['member'],
  'app/(member)/bookings/actions.ts extendArrival': ['member'],
  'app/(member)/bookings/actions.ts cancelBooking': ['member'],
  'app/(member)/bookings/actions.ts restoreBooking': ['member'],
  'app/(member)/bookings/actions.ts leaveBooking': ['member'],
}
