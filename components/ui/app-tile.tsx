/** An app's sign: the first letter of its name. Logos elsewhere are not fetched: that would tell who looks. */
import { initialsOf } from "./avatar.tsx";

export function AppTile({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft font-semibold text-accent-soft-fg select-none"
    >
      {[...initialsOf(name)][0] ?? "·"}
    </span>
  );
}
