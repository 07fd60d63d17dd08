/** Patterns and lights that the drawing fills with. They carry fixed names: one plan to a page. */
export function PlanDefs() {
  return (
    <defs>
      <pattern
        id="plan-hatch"
        width="18"
        height="18"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M9 0V18" className="plan-hatch" />
      </pattern>
      <pattern id="plan-boards" width="360" height="96" patternUnits="userSpaceOnUse">
        <path d="M0 24H360M0 72H360M90 24V72M270 72V96M270 0V24" className="plan-boards" />
      </pattern>
      <pattern id="plan-books" width="96" height="200" patternUnits="userSpaceOnUse">
        {spines.map(([x, width, kind]) => (
          <rect key={x} x={x} y="0" width={width} height="200" className={`plan-book-${kind}`} />
        ))}
      </pattern>
      <radialGradient id="plan-glow">
        <stop offset="0" className="plan-glow-stop" stopOpacity="0.9" />
        <stop offset="0.45" className="plan-glow-stop" stopOpacity="0.35" />
        <stop offset="1" className="plan-glow-stop" stopOpacity="0" />
      </radialGradient>
    </defs>
  )
}

/** Left edge, thickness and binding of the books on a shelf; what they leave open is the shelf's wood. */
const spines = [
  [1, 7, 'a'],
  [9, 5, 'c'],
  [15, 9, 'b'],
  [25, 6, 'e'],
  [32, 5, 'e'],
  [38, 8, 'c'],
  [50, 7, 'd'],
  [58, 5, 'a'],
  [64, 10, 'c'],
  [75, 5, 'b'],
  [81, 7, 'a'],
] as const
