/** An app's sign: its logo as we keep it, or the first letter of its name. Logos elsewhere are not fetched: that would tell who looks. */
import { initialsOf } from "./avatar.tsx";

interface AppTileProps {
  readonly name: string;
  /** A path of ours. */
  readonly logo?: string | undefined;
  readonly size?: "small" | "medium" | "large";
}

const sizes = { small: "size-6 text-xs", medium: "size-10", large: "size-12 text-lg" } as const;
const pixels = { small: 24, medium: 40, large: 48 } as const;

export function AppTile({ name, logo, size = "medium" }: AppTileProps) {
  if (logo !== undefined)
    return (
      <img
        src={logo}
        alt=""
        width={pixels[size]}
        height={pixels[size]}
        className={`app-logo ${sizes[size]} shrink-0`}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={`grid ${sizes[size]} shrink-0 place-items-center rounded-lg bg-accent-soft font-semibold text-accent-soft-fg select-none`}
    >
      {[...initialsOf(name)][0] ?? "·"}
    </span>
  );
}
