/** The mark and the instance's name. */
export function Brand({ name, href }: { readonly name: string; readonly href?: string }) {
  const content = (
    <>
      <BrandMark />
      <span dir="auto">{name}</span>
    </>
  );
  const look = "inline-flex min-h-11 items-center gap-2.5 font-semibold tracking-tight text-fg";
  return href ? (
    <a href={href} className={`${look} no-underline`}>
      {content}
    </a>
  ) : (
    <p className={look}>{content}</p>
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
