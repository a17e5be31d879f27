"use client";
/** The parts of a detail page, each with an address of its own. */
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export interface Tab {
  readonly href: string;
  readonly label: string;
}

export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const pathname = usePathname();
  const bar = useRef<HTMLElement>(null);
  // On a phone some are beyond the edge: the one that is open comes into the middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is open with another address
  useEffect(() => {
    const open = bar.current?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    const all = bar.current?.getBoundingClientRect();
    if (open && all) bar.current?.scrollBy(open.x + open.width / 2 - all.x - all.width / 2, 0);
  }, [pathname]);
  return (
    <nav ref={bar} aria-label={label} className="mt-4 mb-5 overflow-x-auto border-b border-border">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.href === pathname ? "page" : undefined}
              className="inline-flex min-h-10 items-center border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted hover:text-fg aria-[current=page]:border-accent aria-[current=page]:text-fg"
            >
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
