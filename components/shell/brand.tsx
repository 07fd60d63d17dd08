import { BrandMark } from './brand-mark.tsx'

export function Brand({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2.5 ${className}`}>
      <BrandMark />
      <span className="font-serif text-20 font-semibold tracking-tight">Carrel</span>
    </span>
  )
}
