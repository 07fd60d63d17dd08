import type { Role } from '#lib/access/actor.ts'

/** Who may sign in to the demo. Staff hold their one role and nothing else, so that each role can be seen for itself. */
export const accounts: { email: string; name: string; role: Role; isVerified: boolean }[] = [
  { email: 'admin@example.com', name: 'Barbara Lis', role: 'admin', isVerified: true },
  { email: 'member@example.com', name: 'Zofia Nowak', role: 'member', isVerified: true },
  { email: 'second@example.com', name: 'Илья Соколов', role: 'member', isVerified: true },
  { email: 'unverified@example.com', name: 'Maya Lindqvist', role: 'member', isVerified: false },
  { email: 'librarian@example.com', name: 'Tomasz Wrona', role: 'librarian', isVerified: true },
  { email: 'operator@example.com', name: 'Нина Петрова', role: 'operator', isVerified: true },
]

/** The other readers. They have no password, so nobody signs in as them. */
export const readers = [
  'Agnieszka Kowalczyk',
  'Paweł Zieliński',
  'Анна Морозова',
  'Jakub Wójcik',
  'Olena Kravchenko',
  'Hanna Kamińska',
  'Michał Dąbrowski',
  'Дмитрий Орлов',
  'Ewa Szymańska',
  'Piotr Woźniak',
  'Emily Carter',
  'Karolina Mazur',
  'Сергей Лебедев',
  'Marta Jankowska',
  'Adam Krawczyk',
  'Julia Pawlak',
  'Noah Fischer',
  'Екатерина Белова',
  'Krzysztof Górski',
  'Magdalena Sikora',
  'Łukasz Baran',
  'Алина Ким',
  'Weronika Duda',
  'Jan Czarnecki',
  'Iga Ostrowska',
  'Максим Волков',
  'Stanisław Bąk',
  'Laura Meyer',
  'Dorota Wilk',
  'Filip Zając',
]
