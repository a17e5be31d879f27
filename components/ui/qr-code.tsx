/** A QR code as one path of SVG: made on the server, no script and no inline style. Dark on white in either theme, for cameras. */
import { encode } from "uqr";

interface QrCodeProps {
  readonly text: string;
  /** What it is and where it leads, for whoever sees no image. */
  readonly label: string;
}

/** ISO/IEC 18004 section 6.3.8: four modules of nothing around it. */
const quietZone = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full rounded-lg bg-white text-black"
    >
      <path fill="currentColor" d={pathOf(data)} />
    </svg>
  );
}

/** A rectangle for each run of dark modules in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`))
    .join("");
}

function runsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const runs: { x: number; width: number }[] = [];
  row.forEach((dark, x) => {
    if (!dark) return;
    const last = runs.at(-1);
    if (last && last.x + last.width === x) last.width += 1;
    else runs.push({ x, width: 1 });
  });
  return runs;
}
