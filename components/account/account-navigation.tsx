"use client";
/** The pages of the account, with a mark on the one that is open: a rail where there is room, else folded up. */
import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export interface AccountArea {
  /** Absent for what stands above all areas. */
  readonly title?: string;
  readonly pages: readonly AccountPageLink[];
}

export interface AccountPageLink {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
}

interface AccountNavigationProps {
  readonly label: string;
  readonly areas: readonly AccountArea[];
}

export function AccountNavigation({ label, areas }: AccountNavigationProps) {
  const pathname = usePathname();
  const current = areas.flatMap(({ pages }) => pages).find(({ href }) => isOpen(href, pathname));
  const list = <Areas areas={areas} current={current?.href} />;
  return (
    <>
      {/* Folds without JavaScript, too. */}
      <nav aria-label={label} className="md:hidden">
        <details className="group rounded-lg border border-border bg-surface">
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2.5 rounded-lg px-3 font-medium [&::-webkit-details-marker]:hidden">
            {current?.icon}
            <span className="sr-only">{label}: </span>
            <span className="grow">{current?.label ?? label}</span>
            <ChevronDown aria-hidden="true" size={18} className="text-muted group-open:rotate-180" />
          </summary>
          <div className="border-t border-border p-2">{list}</div>
        </details>
      </nav>
      <nav aria-label={label} className="max-md:hidden md:sticky md:top-8">
        {list}
      </nav>
    </>
  );
}

interface AreasProps {
  readonly areas: readonly AccountArea[];
  readonly current: string | undefined;
}

function Areas({ areas, current }: AreasProps) {
  return (
    <div className="grid gap-4">
      {areas.map(({ title, pages }) => (
        <div key={pages[0]?.href}>
          {title ? <p className="px-3 pb-1 text-xs font-medium text-muted">{title}</p> : null}
          <ul className="grid gap-0.5">
            {pages.map(({ href, label, icon }) => (
              <li key={href}>
                <a
                  href={href}
                  aria-current={href === current ? "page" : undefined}
                  className="flex min-h-11 items-center gap-2.5 rounded-md px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-fg aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-soft-fg md:min-h-9"
                >
                  {icon}
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const overviews: readonly string[] = ["/account", "/admin"];

/** A page below an entry counts as that entry; below an overview stands everything, so that it counts alone. */
function isOpen(href: string, pathname: string): boolean {
  return href === pathname || (!overviews.includes(href) && pathname.startsWith(`${href}/`));
}
