/** One thing that is well, or not: by a sign beside the words. */
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface StateLineProps {
  readonly isWell: boolean;
  readonly children: ReactNode;
}

export function StateLine({ isWell, children }: StateLineProps) {
  const Sign = isWell ? CircleCheck : TriangleAlert;
  return (
    <li className="flex gap-3">
      <Sign
        aria-hidden="true"
        size={18}
        className={`mt-px shrink-0 ${isWell ? "text-ok-soft-fg" : "text-warn-soft-fg"}`}
      />
      <div className="min-w-0 max-w-[75ch]">{children}</div>
    </li>
  );
}
