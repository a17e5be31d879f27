/** The mark and the instance's name, or the logo that stands for both. */
import type { BrandView } from "#lib/branding/schema.ts";

interface BrandProps {
  readonly brand: Pick<BrandView, "name" | "mark">;
  readonly href?: string;
}

export function Brand({ brand, href }: BrandProps) {
  const look = "inline-flex min-h-11 max-w-full items-center gap-2.5 font-semibold tracking-tight text-fg";
  return href ? (
    <a href={href} className={`${look} no-underline`}>
      <Sign brand={brand} />
    </a>
  ) : (
    <p className={look}>
      <Sign brand={brand} />
    </p>
  );
}

/** The stylesheet of the instance has the pictures: which logo it is depends on the theme. */
function Sign({ brand: { name, mark } }: Pick<BrandProps, "brand">) {
  if (mark === "logo") return <span role="img" aria-label={name} className="brand-logo" />;
  return (
    <>
      {mark === "icon" ? <span aria-hidden="true" className="brand-icon" /> : <BrandMark />}
      <span dir="auto">{name}</span>
    </>
  );
}

function BrandMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-fg"
      >
        <circle cx="11" cy="16" r="4.75" />
        <path d="M16 16h9.5M25.5 16v4.5M20.5 16v3.5" />
      </g>
    </svg>
  );
}
