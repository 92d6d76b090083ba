import { fitted, shapesOf, type Position, type Shape } from "@/features/scenarios/sketch";
import styles from "@/features/scenarios/scenarios.module.css";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Nothing } from "@/shared/parts/States";

const WIDTH = 640;
const HEIGHT = 360;

/** A layer drawn by itself, without a map below: where its features lie to one another. */
export function LayerSketch({ layer }: { layer: components["schemas"]["ScenarioLayer"] }) {
  const { pick, t } = useWords();
  const shapes = shapesOf(layer.data, layer.style.label);
  if (shapes.length === 0) return <Nothing title={t("cases.empty")} />;
  const place = fitted(shapes, WIDTH, HEIGHT);
  return (
    <svg className={styles.sketch} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={pick(layer.zh, layer.en)}>
      {shapes.map((shape) => (
        <Drawn key={shape.id} shape={shape} place={place} color={layer.style.color} radius={layer.style.radius} />
      ))}
    </svg>
  );
}

interface DrawnProps {
  shape: Shape;
  place: (position: Position) => Position;
  color: string;
  radius: number;
}

function Drawn({ shape, place, color, radius }: DrawnProps) {
  return (
    <g fill={color} stroke={color}>
      <title>{shape.label}</title>
      {shape.lines.map((line, index) => {
        const points = line.map(place);
        const [first] = points;
        if (points.length === 1 && first !== undefined) return <circle key={index} cx={first[0]} cy={first[1]} r={radius} />;
        const path = points.map(([x, y]) => `${x},${y}`).join(" ");
        return shape.closed ? (
          <polygon key={index} points={path} fillOpacity={0.25} />
        ) : (
          <polyline key={index} points={path} fill="none" strokeWidth={2} />
        );
      })}
    </g>
  );
}
