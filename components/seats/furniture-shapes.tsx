import type { PlanShape } from '#lib/venues/schema.ts'

type Of<S extends PlanShape['shape']> = Omit<Extract<PlanShape, { shape: S }>, 'shape'>

export function Shelf({ isDouble, ...shape }: Of<'shelf'>) {
  const { width, depth } = shape
  const rows = isDouble ? [-depth / 2 + 5, 4] : [-depth / 2 + 5]
  const rowDepth = isDouble ? depth / 2 - 9 : depth - 10
  return (
    <g transform={placeOf(shape)}>
      <Box width={width} depth={depth} radius={3} className="plan-shelf" />
      {rows.map((top) => (
        <rect
          key={top}
          x={-width / 2 + 5}
          y={top}
          width={width - 10}
          height={rowDepth}
          className="plan-books"
        />
      ))}
    </g>
  )
}

export function Table({ isRound, ...shape }: Of<'table'>) {
  const radius = isRound ? shape.depth / 2 : 12
  return (
    <g transform={placeOf(shape)}>
      <Box {...shape} radius={radius} className="plan-table" />
    </g>
  )
}

export function Counter(shape: Of<'counter'>) {
  return (
    <g transform={placeOf(shape)}>
      <Box {...shape} radius={6} className="plan-table" />
    </g>
  )
}

export function Sink({ width, depth, ...place }: Of<'sink'>) {
  return (
    <g transform={placeOf(place)}>
      <Box width={width} depth={depth} radius={10} className="plan-furniture" />
      <path d={`M0 ${-depth / 2}V${-depth / 2 + 12}`} className="plan-door-leaf" />
    </g>
  )
}

export function Lockers({ width, depth, ...place }: Of<'lockers'>) {
  const doors = Math.max(2, Math.round(width / 30))
  const edges = Array.from(
    { length: doors - 1 },
    (_, i) => `M${Math.round(-width / 2 + ((i + 1) * width) / doors)} ${-depth / 2}v${depth}`,
  )
  return (
    <g transform={placeOf(place)}>
      <Box width={width} depth={depth} radius={3} className="plan-furniture" />
      <path d={edges.join('')} className="plan-thin" />
    </g>
  )
}

export function Rug({ isRound, ...shape }: Of<'rug'>) {
  const { width, depth } = shape
  const inner = { width: width - 24, depth: depth - 24 }
  return (
    <g transform={placeOf(shape)}>
      <Box {...shape} radius={isRound ? depth / 2 : 8} className="plan-rug" />
      <Box {...inner} radius={isRound ? inner.depth / 2 : 4} className="plan-rug" />
    </g>
  )
}

export function Armchair(shape: Of<'armchair'>) {
  const { width, depth } = shape
  const [w, d] = [width / 2, depth / 2]
  return (
    <g transform={placeOf(shape)}>
      <Box {...shape} radius={22} className="plan-furniture" />
      <path
        d={`M${-w + 16} ${-d + 6}V${d - 26}a10 10 0 0 0 10 10H${w - 26}a10 10 0 0 0 10 -10V${-d + 6}`}
        className="plan-thin"
      />
    </g>
  )
}

export function Stool({ x, y }: Of<'stool'>) {
  return <circle cx={x} cy={y} r="21" className="plan-furniture" />
}

/** A banker's lamp on a reading table, and its light. */
export function Lamp(place: Of<'lamp'>) {
  return (
    <g transform={placeOf(place)}>
      <circle r="150" className="plan-glow" />
      <circle cy="7" r="9" className="plan-lamp-foot" />
      <rect x="-30" y="-13" width="60" height="18" rx="9" className="plan-lamp-shade" />
    </g>
  )
}

export function Plant({ x, y, radius }: Of<'plant'>) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <ellipse
          key={turn}
          transform={`rotate(${turn})`}
          cy={-radius * 0.62}
          rx={Math.round(radius * 0.34)}
          ry={Math.round(radius * 0.62)}
          className="plan-leaf"
        />
      ))}
    </g>
  )
}

function Box({
  width,
  depth,
  radius,
  className,
}: {
  width: number
  depth: number
  radius: number
  className: string
}) {
  return (
    <rect
      x={-width / 2}
      y={-depth / 2}
      width={width}
      height={depth}
      rx={radius}
      className={className}
    />
  )
}

function placeOf({ x, y, turn }: { x: number; y: number; turn: number }): string {
  return turn ? `translate(${x} ${y}) rotate(${turn})` : `translate(${x} ${y})`
}
